import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { getBooklet, type Booklet } from "#app/domain/printing/booklets.server.ts";
import { AGAIN_AFTER_SECONDS } from "#app/http/booklet-waiting.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.documentTitle },
  { name: "robots", content: "noindex" },
  // Until it is printed the page looks again by itself, with or without a script.
  ...(data?.state === "failed" ? [] : [{ httpEquiv: "refresh", content: String(AGAIN_AFTER_SECONDS) }]),
];

/** How far a booklet is; once it is printed, on to the file. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = idParam(params, "bookletId");
  const { db, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  const booklet = district && (await getBooklet(db, district.id, id));
  if (!district || !booklet) throw notFound();
  const file = addressOf(district.slug, booklet);
  if (booklet.state === "ready") throw redirect(file);
  const t = translator(locale);
  const title = t(booklet.state === "failed" ? "paper:waiting.failed_title" : "paper:waiting.title");
  return {
    title,
    documentTitle: t("listing:document_title", { title, district: district.name }),
    district: district.slug,
    state: booklet.state,
    page: booklet.page,
    pages: booklet.pages,
    file,
  };
}

function addressOf(district: string, { edition, locale, size, query }: Booklet): string {
  if (edition === null) return paths.booklet(locale, district, query, size);
  return `${paths.editionFile(locale, district, edition, "pdf")}${size === "large" ? "?size=large" : ""}`;
}

export default function BookletProgress() {
  const { title, district, state, page, pages, file } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const isFailed = state === "failed";
  return (
    <div className="wrap listing-page booklet-progress">
      <h1>{title}</h1>
      {isFailed ? (
        <p role="status">{t("paper:waiting.failed")}</p>
      ) : (
        <>
          <p role="status">{pages === null ? t("paper:waiting.queued") : t("paper:waiting.page", { page, pages })}</p>
          <progress max={pages ?? undefined} value={pages === null ? undefined : page} aria-label={title} />
          <p className="hint">{t("paper:waiting.soon")}</p>
        </>
      )}
      <p className="fault-actions">
        <a href={file} className={isFailed ? "btn btn-primary" : "btn btn-secondary"}>
          {t(isFailed ? "paper:waiting.again" : "paper:waiting.look")}
        </a>
        <a href={paths.list(locale, district)} className="btn btn-quiet">
          {t("listing:back")}
        </a>
      </p>
    </div>
  );
}

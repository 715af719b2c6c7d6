import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { listingsAsked, MOST_ON_DEVICE } from "#app/http/compared.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { readSaved } from "#app/http/saved-listings.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SavedList } from "#app/ui/saved/saved-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.documentTitle },
  { name: "robots", content: "noindex" },
];

/**
 * What a device holds. The page itself knows nothing of it: its script names the listings in an address, and takes their
 * cards from the answer. `asked` is a listing that could not be saved, for want of an account or a script.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  if (!district) throw notFound();
  const { searchParams } = new URL(request.url);
  const slugs = listingsAsked(searchParams, MOST_ON_DEVICE);
  const asked = searchParams.get("asked");
  const t = translator(context.locale);
  const title = t("site:saved.here_title");
  return {
    ...(await readSaved(context, district, slugs)),
    title,
    documentTitle: t("listing:document_title", { title, district: district.name }),
    asked: asked === null ? null : (listingsAsked(new URLSearchParams({ listing: asked }), 1)[0] ?? ""),
  };
}

export default function SavedHere() {
  const { title, district, today, items, asked } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const back = asked ? paths.listing(locale, district.slug, asked) : paths.list(locale, district.slug);
  return (
    <div className="wrap listing-page">
      <a href={back} className="back-link">
        <Icon name="arrow-left" />
        {asked ? t("reports:form.back") : t("listing:back")}
      </a>
      <PageHeading title={title} lede={t("site:saved.here_lede")} />
      {asked !== null && (
        <Notice tone="warning" title={t("site:saved.needs_title")}>
          <p>{t("site:saved.needs")}</p>
        </Notice>
      )}
      <p data-with-account className="mb-5">
        <a href={paths.signIn(locale, back)}>{t("site:saved.sign_in")}</a> {t("site:saved.why_account")}
      </p>
      <noscript>
        <Notice title={t("site:saved.no_script")} />
      </noscript>
      <div id="saved-here" data-district={district.slug} aria-live="polite">
        {items.length > 0 && <SavedList district={district.slug} today={today} items={items} level={2} />}
      </div>
      <div data-when-empty hidden>
        <EmptyState title={t("site:saved.none")}>
          <p>{t("site:saved.none_about")}</p>
          <a href={paths.list(locale, district.slug)} className="btn btn-primary">
            {t("site:saved.to_list")}
          </a>
        </EmptyState>
      </div>
      <div className="saved-actions" data-when-some hidden>
        <button type="button" className="btn btn-secondary" data-move hidden>
          {t("site:saved.move")}
        </button>
        <button type="button" className="btn btn-quiet" data-forget>
          <Icon name="trash-2" />
          {t("site:saved.forget")}
        </button>
        <p className="muted">{t("site:saved.forget_help")}</p>
      </div>
    </div>
  );
}

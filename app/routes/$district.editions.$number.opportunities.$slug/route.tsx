import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { titleIn } from "#app/domain/editions/published-list.ts";
import { readEdition } from "#app/domain/editions/read-edition.server.ts";
import { describePicture } from "#app/domain/files/pictures.server.ts";
import { listPublished } from "#app/domain/listings/published.server.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { editionNumber } from "#app/http/edition-number.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { NoEdition } from "#app/ui/editions/no-edition.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { ListingView } from "#app/ui/listing-view.tsx";
import { dateInWords } from "#app/ui/listing-words.ts";
import { Notice } from "#app/ui/notice.tsx";
import { frozenView } from "./frozen-view.ts";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  // The list itself is what should be found.
  { name: "robots", content: "noindex" },
];

/** A listing as an edition has it, whole, whatever became of it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, now, locale } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  if (!district) throw notFound();
  const number = editionNumber(params);
  const t = translator(locale);
  const list = await readEdition(db, district, number, { slug: params.slug ?? "" });
  const [listing] = list?.entries ?? [];
  if (!list?.edition || !listing) {
    const title = t(list ? "editions:missing.entry" : "editions:missing.title");
    return data({ title, slug: district.slug, edition: list ? number : null, page: null }, { status: 404 });
  }
  const [[live], picture] = await Promise.all([
    listPublished(db, district, [listing.id], now),
    describePicture(db, listing.content),
  ]);
  const { title } = wordingOf(listing.content, locale);
  return data({
    title: t("listing:document_title", { title: title.text, district: district.name }),
    slug: district.slug,
    edition: number,
    page: {
      ...{ number, now, asOf: list.asOf },
      editionTitle: titleIn(locale, list.edition).text,
      view: frozenView(list, listing, { locale, picture }),
      live: live ? paths.listing(locale, district.slug, live.slug) : null,
    },
  });
}

export default function EditionListing() {
  const { slug, edition, page } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  if (!page) return <NoEdition district={slug} edition={edition} />;
  const { number, now, asOf, editionTitle, view, live } = page;
  return (
    <div className="wrap listing-page">
      <a href={paths.edition(locale, slug, number)} className="back-link">
        <Icon name="arrow-left" />
        {t("editions:named", { number, title: editionTitle })}
      </a>
      <Notice
        tone={live ? "info" : "warning"}
        title={t("editions:entry.as_of", { number, date: dateInWords(locale, asOf) })}
      >
        {live ? <a href={live}>{t("editions:entry.live")}</a> : t("editions:entry.over_about")}
      </Notice>
      <ListingView listing={view} now={now} />
    </div>
  );
}

import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { getPublished } from "#app/domain/listings/published.server.ts";
import { isGone } from "#app/domain/listings/over.ts";
import { calendarDates } from "#app/domain/opportunities/calendar-dates.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { codeOfListing } from "#app/domain/printing/short-links.server.ts";
import { readView } from "#app/http/listing-view.server.ts";
import { headTags, pageHead } from "#app/http/page-head.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { readShortAddress } from "#app/http/short-address.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Icon } from "#app/ui/icon.tsx";
import { ListingCard } from "#app/ui/listing-card.tsx";
import { ListingOver } from "#app/ui/listing-over.tsx";
import { ListingView } from "#app/ui/listing-view.tsx";
import { SaveButton } from "#app/ui/saved/save-button.tsx";
import { Share } from "#app/ui/share.tsx";
import { ShortAddress, type ShownAddress } from "#app/ui/short-address.tsx";
import { readAlternatives, readSimilar, structuredData } from "./listing-page.server.ts";

export const headers = publicPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.documentTitle },
  ...(data?.description ? [{ name: "description", content: data.description }] : []),
  ...(data?.over ? [{ name: "robots", content: "noindex" }] : []),
  ...headTags(data?.head),
  ...(data?.structured ?? []).map((node) => ({ "script:ld+json": node })),
];

/** 404: nothing was ever published here, or it left the list and may come back. 410: it is gone for good. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const district = await getDistrictBySlug(context.db, params.district ?? "");
  const page = district && (await getPublished(context.db, district, params.slug ?? "", context.now));
  if (!district || !page) throw new Response(null, { status: 404 });
  const t = translator(context.locale);
  const named = (title: string) => t("listing:document_title", { title, district: district.name });
  const shared = {
    district: district.slug,
    today: localDate(context.now, district.timeZone),
    now: context.now,
    // Printed under the page, so that paper leads back here.
    slug: params.slug ?? "",
    address: new URL(request.url).host + paths.listing(context.locale, district.slug, params.slug ?? ""),
  };
  if (page.state === "over") {
    const { title, why, endedAt } = page;
    const similar = await readAlternatives(context, district, title);
    const over = {
      ...shared,
      documentTitle: named(title),
      description: null,
      view: null,
      saving: null,
      over: { title, why },
      ...{ similar, head: null, structured: [] },
    };
    return data(over, { status: isGone(endedAt, context.now) ? 410 : 404 });
  }
  const [view, similar, short] = await Promise.all([
    readView(context, district, page.listing),
    readSimilar(context, district, page.listing),
    readShortAddress(context, codeOfListing(context.db, district.id, page.listing.id)),
  ]);
  const { title, summary } = wordingOf(page.listing.content, context.locale);
  return data({
    ...shared,
    documentTitle: named(title.text),
    description: summary?.text ?? null,
    saving: {
      title: title.text,
      hasDates: calendarDates(page.listing.content, page.listing.closesOn).length > 0,
      short,
    },
    ...{ view, over: null, similar },
    head: pageHead(context, {
      ...{
        title: title.text,
        about: summary?.text ?? null,
        district,
        card: paths.listingCard(context.locale, district.slug, page.listing.slug),
      },
      at: (each) => paths.listing(each, district.slug, page.listing.slug),
    }),
    structured: structuredData(context, district, page.listing, view.organization.href ?? null),
  });
}

export default function ListingPage() {
  const { district, today, now, view, over, similar, saving, slug, address } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const list = paths.list(locale, district);
  return (
    <div className="wrap listing-page" data-address={address}>
      <a href={list} className="back-link">
        <Icon name="arrow-left" />
        {t("listing:back")}
      </a>
      {over && <ListingOver title={over.title} why={over.why} listHref={list} />}
      {view && (
        <ListingView
          listing={view}
          now={now}
          aside={saving && <Keeping district={district} slug={slug} {...saving} />}
        />
      )}
      {view && (
        <p className="listing-report">
          <a href={paths.report(locale, district, slug)} rel="nofollow">
            {t("reports:link")}
          </a>
        </p>
      )}
      {similar.length > 0 && (
        <section className="similar">
          <h2>{over ? t("listing:over.more") : t("listing:section.similar")}</h2>
          <div className="cards">
            {similar.map((card) => (
              <ListingCard key={card.href} listing={card} today={today} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

/** What a reader may do with it: keep it, put it beside others, into a calendar, or send it on. */
function Keeping({
  district,
  slug,
  title,
  hasDates,
  short,
}: {
  district: string;
  slug: string;
  title: string;
  hasDates: boolean;
  short: ShownAddress | null;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="keeping">
      <SaveButton district={district} slug={slug} title={title} />
      <a href={paths.compare(locale, district, [slug])} rel="nofollow" className="btn btn-secondary">
        <Icon name="columns-3" />
        {t("site:compare.link")}
      </a>
      {hasDates && (
        <a href={paths.calendar(locale, district, slug)} className="btn btn-secondary">
          <Icon name="calendar-plus" />
          {t("site:calendar.add")}
        </a>
      )}
      <a href={paths.flyer(locale, district, slug)} className="btn btn-secondary" type="application/pdf">
        <Icon name="printer" />
        {t("paper:link.flyer")}
      </a>
      <Share title={title} />
      {short && <ShortAddress {...short} />}
    </div>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { getPublished } from "#app/domain/listings/published.server.ts";
import { calendarDates } from "#app/domain/opportunities/calendar-dates.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { calendarFile } from "#app/publishing/calendar.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { publicPage } from "#app/http/public-page.ts";
import { translator } from "#app/i18n/translator.ts";

/** The dates of a listing for a reader's own calendar. 404 where it has none; 410 when it is over. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, now, locale } = context;
  const slug = params.slug ?? "";
  const district = await getDistrictBySlug(db, params.district ?? "");
  const page = district && (await getPublished(db, district, slug, now));
  if (!district || !page) throw notFound();
  if (page.state === "over") throw new Response(null, { status: 410 });
  const { id, content, closesOn, organization, confirmedAt, publishedAt } = page.listing;
  const dates = calendarDates(content, closesOn);
  if (dates.length === 0) throw notFound();
  const t = translator(locale);
  const { host } = new URL(request.url);
  const { title, summary } = wordingOf(content, locale);
  const url = context.origin + paths.listing(locale, district.slug, slug);
  const address = [content.street, content.city, [content.state, content.zip].filter(Boolean).join(" ")];
  const isThere = content.setting !== "remote" && content.city !== null;
  const file = calendarFile({
    name: title.text,
    ...{ url, timeZone: district.timeZone, stamp: confirmedAt ?? publishedAt ?? now },
    events: dates.map(({ what, ...when }, index) => ({
      ...when,
      uid: `${id}-${what}-${index}@${host}`,
      title: what === "time" || what === "days" ? title.text : t(`site:calendar.${what}`, { title: title.text }),
      about: [summary?.text, t("listing:posted_by", { organization: organization.name }), url]
        .filter(Boolean)
        .join("\n\n"),
      place: isThere ? [organization.name, ...address].filter(Boolean).join(", ") : null,
    })),
  });
  return new Response(file, {
    headers: {
      ...publicPage(),
      "Content-Type": "text/calendar; charset=utf-8",
    },
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { isGone } from "#app/domain/listings/over.ts";
import { getPublished } from "#app/domain/listings/published.server.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { notFound } from "#app/http/id-param.ts";
import { publicPage } from "#app/http/public-page.ts";
import { calendarFile } from "#app/publishing/calendar.ts";
import { listingEvents } from "#app/publishing/listing-events.ts";

/** The dates of a listing for a reader's own calendar. 404 where it has none, or may have again; 410 when it is gone for good. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, now, locale, origin } = context;
  const slug = params.slug ?? "";
  const district = await getDistrictBySlug(db, params.district ?? "");
  const page = district && (await getPublished(db, district, slug, now));
  if (!district || !page) throw notFound();
  if (page.state === "over") throw new Response(null, { status: isGone(page.endedAt, now) ? 410 : 404 });
  const events = listingEvents(district, page.listing, { locale, origin, remindDays: null });
  if (events.length === 0) throw notFound();
  const file = calendarFile({ name: wordingOf(page.listing.content, locale).title.text, events });
  return new Response(file, {
    headers: {
      ...publicPage(),
      "Content-Type": "text/calendar; charset=utf-8",
    },
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { liveListOf, readListNames } from "#app/domain/editions/published-list.server.ts";
import { isGone } from "#app/domain/listings/over.ts";
import { getPublished } from "#app/domain/listings/published.server.ts";
import { codesOfListings } from "#app/domain/printing/short-links.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { publicPage } from "#app/http/public-page.ts";
import { printListingFlyer } from "#app/publishing/paper/flyer.server.ts";

/** A listing as one page for a pin board. 404 while one that is over may come back; 410 when it is gone for good. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, now, locale, origin } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  const page = district && (await getPublished(db, district, params.slug ?? "", now));
  if (!district || !page) throw notFound();
  if (page.state === "over") throw new Response(null, { status: isGone(page.endedAt, now) ? 410 : 404 });
  const { listing } = page;
  const [names, codes] = await Promise.all([
    readListNames(db, district),
    codesOfListings(db, district.id, [listing.id]),
  ]);
  const list = liveListOf(names, [listing], now);
  const flyer = printListingFlyer({ list, locale, origin, codes, madeAt: now }, listing);
  return new Response(Buffer.from(flyer), { headers: { "Content-Type": "application/pdf", ...publicPage() } });
}

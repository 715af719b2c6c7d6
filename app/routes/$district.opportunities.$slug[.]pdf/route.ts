import type { LoaderFunctionArgs } from "@remix-run/node";
import { liveListOf, readListNames } from "#app/domain/editions/published-list.server.ts";
import { codesOfListings } from "#app/domain/printing/short-links.server.ts";
import { listingFileAsked } from "#app/http/listing-file.server.ts";
import { publicPage } from "#app/http/public-page.ts";
import { printListingFlyer } from "#app/publishing/paper/flyer.server.ts";

/** A listing as one page for a pin board. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now, locale, origin } = args.context;
  const { district, listing } = await listingFileAsked(args);
  const [names, codes] = await Promise.all([
    readListNames(db, district),
    codesOfListings(db, district.id, [listing.id]),
  ]);
  const list = liveListOf(names, [listing], now);
  const flyer = printListingFlyer({ list, locale, origin, codes, madeAt: now }, listing);
  return new Response(Buffer.from(flyer), { headers: { "Content-Type": "application/pdf", ...publicPage() } });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug, type District } from "#app/domain/districts/districts.server.ts";
import { isGone } from "#app/domain/listings/over.ts";
import { getPublished, type PublishedListing } from "#app/domain/listings/published.server.ts";
import { notFound } from "./id-param.ts";

/** The listing that an address names, for a file of it. 404 while one that is over may come back; 410 when it is gone for good. */
export async function listingFileAsked({
  params,
  context: { db, now },
}: Pick<LoaderFunctionArgs, "params" | "context">): Promise<{ district: District; listing: PublishedListing }> {
  const district = await getDistrictBySlug(db, params.district ?? "");
  const page = district && (await getPublished(db, district, params.slug ?? "", now));
  if (!district || !page) throw notFound();
  if (page.state === "over") throw new Response(null, { status: isGone(page.endedAt, now) ? 410 : 404 });
  return { district, listing: page.listing };
}

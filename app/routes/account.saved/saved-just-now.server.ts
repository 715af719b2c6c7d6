import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import { getPublished } from "#app/domain/listings/published.server.ts";

const DONE = ["saved", "removed", "full", "calendar_made", "calendar_ended"] as const;
export type Done = (typeof DONE)[number];

/** What a button did that led here, and to which listing, as the address says. */
export async function savedJustNow({ request, context: { db, now } }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const { searchParams } = new URL(request.url);
  const done = DONE.find((word) => word === searchParams.get("done"));
  if (!done) return null;
  const [districtSlug = "", slug = ""] = (searchParams.get("listing") ?? "").split("/");
  const district = await getDistrictBySlug(db, districtSlug);
  const page = district && (await getPublished(db, district, slug, now));
  if (!page) return { done, listing: null };
  const title = page.state === "over" ? page.title : page.listing.content.title;
  return { done, listing: { district: districtSlug, slug, title } };
}

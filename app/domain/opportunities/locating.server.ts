import { inArray } from "drizzle-orm";
import { zipPoints } from "#db/schema/reference.ts";
import type { OtherSite } from "#db/schema/opportunities.ts";
import type { Context } from "../context.ts";
import type { Opportunity } from "./opportunity.ts";
import type { SiteAddress } from "./other-sites.ts";

type Point = Pick<OtherSite, "latitude" | "longitude">;
type Address = Partial<Pick<Opportunity, "street" | "city" | "state" | "zip">>;

const NOWHERE: Point = { latitude: null, longitude: null };

/** A ZIP code's point; nulls when it has none. */
export async function locate(ctx: Context, zip: string | null): Promise<Point> {
  return (zip && (await pointsOf(ctx, [zip])).get(zip)) || NOWHERE;
}

/** The point follows the address, unless the point was given or the address stayed as it was. */
export async function movedPoint(
  ctx: Context,
  before: Opportunity,
  changes: Address & Partial<Point>,
): Promise<Partial<Point>> {
  if (changes.latitude !== undefined || changes.longitude !== undefined) return {};
  const moved = (["street", "city", "state", "zip"] as const).some(
    (part) => changes[part] !== undefined && changes[part] !== before[part],
  );
  return moved ? locate(ctx, changes.zip === undefined ? before.zip : changes.zip) : {};
}

/** Sites with their points, as they are kept. */
export async function locateSites(ctx: Context, sites: readonly SiteAddress[]): Promise<OtherSite[]> {
  const points = await pointsOf(
    ctx,
    sites.flatMap(({ zip }) => zip ?? []),
  );
  return sites.map((site) => ({ ...NOWHERE, ...(site.zip ? points.get(site.zip) : {}), ...site }));
}

async function pointsOf(ctx: Context, zips: string[]): Promise<Map<string, Point>> {
  if (zips.length === 0) return new Map();
  const rows = await ctx.db.select().from(zipPoints).where(inArray(zipPoints.zip, zips));
  return new Map(rows.map(({ zip, latitude, longitude }) => [zip, { latitude, longitude }]));
}

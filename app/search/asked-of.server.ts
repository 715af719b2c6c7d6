import type { District } from "#app/domain/districts/districts.server.ts";
import { findPlace } from "#app/domain/districts/places.server.ts";
import { addDays, localDate, startOfDay } from "#app/domain/districts/zone.ts";
import { NEW_DAYS } from "#app/domain/listings/freshness.ts";
import type { Database } from "#db/database.ts";
import { criteriaOf, type ListQuery } from "./query.ts";

/** What the engine is asked by a question of a district's list, once its place is found. */
export async function askedOf(
  db: Database,
  district: District,
  query: ListQuery,
  { now, pageSize }: { now: Date; pageSize?: number },
) {
  const place = query.where ? await findPlace(db, district, query.where) : null;
  const radius = query.within ?? district.defaultRadiusMiles;
  const near = place && {
    ...{ latitude: place.latitude, longitude: place.longitude },
    withinMiles: radius === "any" ? null : radius,
  };
  const today = localDate(now, district.timeZone);
  const newSince = startOfDay(addDays(today, -NEW_DAYS), district.timeZone);
  const asked = { districtId: district.id, near, now, newSince, ...(pageSize !== undefined && { pageSize }) };
  return { criteria: criteriaOf(query, asked), place, radius };
}

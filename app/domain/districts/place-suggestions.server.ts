/** "Where?" while a reader types: what `findPlace` understands, the district's own schools first, then the nearest. */
import { sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { schools } from "#db/schema/districts.ts";
import { zipPoints } from "#db/schema/reference.ts";
import type { District } from "./districts.server.ts";
import { plain, REACH_DEGREES } from "./places.server.ts";

export interface SuggestedPlace {
  kind: "zip" | "city" | "school";
  /** What `findPlace` is asked. */
  name: string;
  /** The town of a ZIP code. */
  town: string | null;
}

/** Shorter names have too many neighbors to guess what was meant. */
const SHORTEST_GUESSED = 6;
const SLIPS = 2;

/** At most `most` whose words begin as typed; else, of six letters and more, those that begin a slip or two away. */
export async function suggestPlaces(
  db: Database,
  district: District,
  typed: string,
  most: number,
): Promise<SuggestedPlace[]> {
  const wanted = plain(typed);
  if (!wanted) return [];
  if (/^\d{1,5}$/.test(wanted)) return zipsBeginning(db, district, wanted, most);
  const begins = await placesWhere(db, district, (name) => sql`' ' || ${name} like ${`% ${wanted}%`}`, wanted, most);
  if (begins.length > 0 || wanted.length < SHORTEST_GUESSED) return begins;
  const near = (name: SQL) =>
    sql`left(${name}, 1) = ${wanted[0]} and levenshtein_less_equal(left(${name}, ${wanted.length}), ${wanted}, ${SLIPS}) <= ${SLIPS}`;
  return placesWhere(db, district, near, wanted, most);
}

const fromDistrict = ({ latitude, longitude }: District) =>
  sql`power(latitude - ${latitude}, 2) + power(longitude - ${longitude}, 2)`;

async function zipsBeginning(db: Database, district: District, digits: string, most: number) {
  const rows = await db.execute<{ zip: string; city: string }>(sql`
    select zip, city from ${zipPoints} where zip like ${`${digits}%`} order by ${fromDistrict(district)}, zip limit ${most}`);
  return [...rows].map(({ zip, city }) => ({ kind: "zip" as const, name: zip, town: city }));
}

async function placesWhere(
  db: Database,
  district: District,
  fits: (name: SQL) => SQL,
  wanted: string,
  most: number,
): Promise<SuggestedPlace[]> {
  const rows = await db.execute<{ kind: "city" | "school"; name: string }>(sql`
    with places as (
      select 'school' as kind, name, regexp_replace(lower(name), '[^[:alnum:]]+', ' ', 'g') as plain,
        ${fromDistrict(district)} as far
      from ${schools} where district_id = ${district.id} and retired_at is null
      union all
      select 'city', city || ', ' || state, lower(city || ' ' || state), min(${fromDistrict(district)})
      from ${zipPoints}
      where latitude between ${district.latitude - REACH_DEGREES} and ${district.latitude + REACH_DEGREES}
        and longitude between ${district.longitude - REACH_DEGREES} and ${district.longitude + REACH_DEGREES}
      group by city, state
    )
    select kind, name from places where ${fits(sql`plain`)}
    order by starts_with(plain, ${wanted}) desc, kind = 'school' desc, far, name limit ${most}`);
  return [...rows].map(({ kind, name }) => ({ kind, name, town: null }));
}

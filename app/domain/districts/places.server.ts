/**
 * "Where?": what a reader types becomes a point. A ZIP code first, then a school of the district, then a town, the one
 * nearest to the district when several share a name. Points of ZIP codes and towns are good to a few miles.
 */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { zipPoints } from "#db/schema/reference.ts";
import { listSchools, type District } from "./districts.server.ts";

export interface Place {
  /** As it should be said back: "Moline, IL", "61201 Rock Island", a school's name. */
  label: string;
  latitude: number;
  longitude: number;
  kind: "zip" | "city" | "school";
}

const LONGEST = 80;
/** Degrees around the district in which a town's name is looked for: some 200 miles. */
export const REACH_DEGREES = 3;

/** Null: no ZIP code, school of the district or town near it is called that. */
export async function findPlace(db: Database, district: District, text: string): Promise<Place | null> {
  const asked = text.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, LONGEST);
  if (!asked) return null;
  const zip = /^(\d{5})(-\d{4})?$/.exec(asked)?.[1];
  if (zip) return findZip(db, zip);
  return (await findSchool(db, district, asked)) ?? (await findCity(db, district, asked));
}

async function findZip(db: Database, zip: string): Promise<Place | null> {
  const [point] = await db.select().from(zipPoints).where(eq(zipPoints.zip, zip));
  if (!point) return null;
  const { city, latitude, longitude } = point;
  return { label: `${zip} ${city}`, latitude, longitude, kind: "zip" };
}

/** Letters and digits only, without accents: how names are compared. */
export const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

async function findSchool(db: Database, district: District, asked: string): Promise<Place | null> {
  const wanted = plain(asked);
  const rows = await listSchools(db, district.id);
  const named = rows.map((school) => ({ school, name: plain(school.name) }));
  const whole = named.find(({ name }) => name === wanted);
  // Part of a name counts when it is several letters long and means one school only.
  const partly = wanted.length >= 4 ? named.filter(({ name }) => ` ${name} `.includes(` ${wanted} `)) : [];
  const found = whole ?? (partly.length === 1 ? partly[0] : undefined);
  if (!found) return null;
  const { name, latitude, longitude } = found.school;
  return { label: name, latitude, longitude, kind: "school" };
}

async function findCity(db: Database, district: District, asked: string): Promise<Place | null> {
  const [name = "", state] = asked.split(/,\s*|\s+(?=[a-z]{2}$)/i);
  const squared = sql`power(${zipPoints.latitude} - ${district.latitude}, 2) + power(${zipPoints.longitude} - ${district.longitude}, 2)`;
  const [point] = await db
    .select({
      city: zipPoints.city,
      state: zipPoints.state,
      latitude: sql<number>`avg(${zipPoints.latitude})`.mapWith(Number),
      longitude: sql<number>`avg(${zipPoints.longitude})`.mapWith(Number),
    })
    .from(zipPoints)
    .where(
      and(
        sql`lower(${zipPoints.city}) = lower(${name.trim()})`,
        state ? eq(zipPoints.state, state.toUpperCase()) : sql`${squared} < ${REACH_DEGREES ** 2}`,
      ),
    )
    .groupBy(zipPoints.city, zipPoints.state)
    .orderBy(sql`min(${squared})`)
    .limit(1);
  if (!point) return null;
  const { city, latitude, longitude } = point;
  return { label: `${city}, ${point.state}`, latitude, longitude, kind: "city" };
}

/** Where a ZIP code is; nulls when nobody knows, or there is none. */
export async function pointOfZip(db: Database, zip: string | null) {
  const [point] = zip ? await db.select().from(zipPoints).where(eq(zipPoints.zip, zip)) : [];
  return { latitude: point?.latitude ?? null, longitude: point?.longitude ?? null };
}

/** Where ZIP codes are; those that nobody knows are left out. */
export async function pointsOfZips(db: Database, zips: readonly string[]) {
  const found =
    zips.length === 0
      ? []
      : await db
          .select()
          .from(zipPoints)
          .where(inArray(zipPoints.zip, [...zips]));
  return new Map(found.map(({ zip, latitude, longitude }) => [zip, { latitude, longitude }]));
}

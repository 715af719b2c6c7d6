import { and, asc, eq, ilike, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { schools } from "#db/schema/districts.ts";
import { zipPoints } from "#db/schema/reference.ts";
import type { District } from "../districts/districts.server.ts";

export interface Place {
  label: string;
  latitude: number;
  longitude: number;
  /** Set when it is one of the district's schools. */
  schoolId: string | null;
}

/** A ZIP code anywhere, one of the district's schools, or a city of the district's state; null when it is none of them. */
export async function findPlace(db: Database, district: District, text: string): Promise<Place | null> {
  const zip = /^(\d{5})(-\d{4})?$/.exec(text)?.[1];
  if (zip) return findZip(db, zip);
  return (await findSchool(db, district.id, text)) ?? (await findCity(db, district.state, text));
}

async function findZip(db: Database, zip: string): Promise<Place | null> {
  const [row] = await db.select().from(zipPoints).where(eq(zipPoints.zip, zip));
  return row ? { label: `${row.city} ${zip}`, latitude: row.latitude, longitude: row.longitude, schoolId: null } : null;
}

async function findSchool(db: Database, districtId: string, text: string): Promise<Place | null> {
  // A typed % or _ stands for itself.
  const beginning = `${text.replace(/[\\%_]/g, "\\$&")}%`;
  const [row] = await db
    .select()
    .from(schools)
    .where(and(eq(schools.districtId, districtId), ilike(schools.name, beginning)))
    .orderBy(asc(schools.name))
    .limit(1);
  return row ? { label: row.name, latitude: row.latitude, longitude: row.longitude, schoolId: row.id } : null;
}

async function findCity(db: Database, state: string, text: string): Promise<Place | null> {
  const [name = "", ownState = state] = text.split(",").map((part) => part.trim());
  const [row] = await db
    .select({
      city: sql<string | null>`min(${zipPoints.city})`,
      latitude: sql<number>`avg(${zipPoints.latitude})`,
      longitude: sql<number>`avg(${zipPoints.longitude})`,
    })
    .from(zipPoints)
    .where(and(eq(zipPoints.state, ownState.toUpperCase()), sql`lower(${zipPoints.city}) = lower(${name})`));
  return row?.city ? { label: row.city, latitude: row.latitude, longitude: row.longitude, schoolId: null } : null;
}

import { randomUUID } from "node:crypto";
import { and, eq, notLike } from "drizzle-orm";
import { collections } from "#db/schema/collections.ts";
import { pathways, schoolBreaks, schools } from "#db/schema/districts.ts";
import { editions } from "#db/schema/editions.ts";
import { districtHosts, embedSites } from "#db/schema/front.ts";
import { regionDistricts, regions } from "#db/schema/regions.ts";
import type { Make } from "./parties.ts";

/** What a district has of its own, beside listings and people. */
export const OF_DISTRICT: Record<string, Make> = {
  collectionId: async ({ db, party }) => {
    const slug = randomUUID();
    const [row] = await db
      .insert(collections)
      .values({ districtId: party.district.id, slug, name: `Collection ${party.marker}`, position: 1 })
      .returning();
    return row!.id;
  },
  embedSiteId: async ({ db, party }) => {
    const origin = `https://${party.marker.toLowerCase()}-${randomUUID()}.example`;
    const [row] = await db.insert(embedSites).values({ districtId: party.district.id, origin }).returning();
    return row!.id;
  },
  districtId: async ({ db, party }) => {
    // With room for one more, since a district has few; `hostId` is asked for again.
    const given = and(eq(districtHosts.districtId, party.district.id), notLike(districtHosts.host, "kept-%"));
    await db.delete(districtHosts).where(given);
    return party.district.id;
  },
  hostId: async ({ db, party }) => {
    const host = `kept-${randomUUID()}.example`;
    const [row] = await db.insert(districtHosts).values({ districtId: party.district.id, host }).returning();
    return row!.id;
  },
  editionId: async ({ db, party }) => {
    const words = { title: `Edition ${party.marker}`, note: party.marker };
    const [row] = await db
      .insert(editions)
      .values({ districtId: party.district.id, ...words })
      .returning();
    return row!.id;
  },
  regionId: async ({ db, party }) => {
    const slug = `region-${randomUUID()}`;
    const [row] = await db.insert(regions).values({ slug, name: "Whose districts anyone may read" }).returning();
    await db.insert(regionDistricts).values({ regionId: row!.id, districtId: party.district.id });
    return row!.id;
  },
  breakId: async ({ db, party }) => {
    const days = { startsOn: "2027-03-22", endsOn: "2027-03-26" };
    const [row] = await db
      .insert(schoolBreaks)
      .values({ districtId: party.district.id, name: `Break ${party.marker}`, ...days })
      .returning();
    return row!.id;
  },
  schoolId: async ({ db, party }) => {
    const place = { street: "1 Main Street", city: "Moline", zip: "61265", latitude: 41.5, longitude: -90.5 };
    const hours = { gradeMin: 9, gradeMax: 12, dayEndsAt: "15:00" };
    const [row] = await db
      .insert(schools)
      .values({ districtId: party.district.id, name: `School ${party.marker} ${randomUUID()}`, ...place, ...hours })
      .returning();
    return row!.id;
  },
  pathwayId: async ({ db, party }) => {
    const slug = randomUUID();
    const [row] = await db
      .insert(pathways)
      .values({ districtId: party.district.id, slug, name: `Pathway ${party.marker} ${slug}`, nameEs: party.marker })
      .returning();
    return row!.id;
  },
};

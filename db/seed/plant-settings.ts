import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { collectionListings, collections } from "../schema/collections.ts";
import { districtKinds, districts as districtTable } from "../schema/districts.ts";
import { events } from "../schema/events.ts";
import { districts, people } from "./cast.ts";
import { instantDaysAgo } from "./days.ts";
import { fixedId } from "./fixed-id.ts";
import { seedOpportunities } from "./listings/all.ts";
import { opportunityContent } from "./listings/opportunity-content.ts";
import type { ListingRow } from "./listings/rows.ts";

const riverbend = districts.riverbend.id;

const LABELS = [
  { name: "Popular", nameEs: "Muy pedida" },
  { name: "Counts for service hours", nameEs: "Cuenta como horas de servicio" },
  { name: "First job friendly", nameEs: "Buena como primer trabajo" },
  { name: "Families welcome", nameEs: "Familias bienvenidas" },
  { name: "Ride offered", nameEs: "Con transporte" },
];

/** Riverbend has made itself at home: labels in both languages, and its own name for a kind. Called when it is planted. */
export async function plantSettings(db: Database): Promise<void> {
  await db
    .update(districtTable)
    .set({ labels: LABELS })
    .where(and(eq(districtTable.id, riverbend), eq(districtTable.version, 1), sql`${districtTable.labels} = '[]'`));
  await db
    .insert(districtKinds)
    .values({ districtId: riverbend, kind: "JobShadowing", name: "Day on the job", nameEs: "Un día en el trabajo" })
    .onConflictDoNothing();
}

/** What can be done next summer, put together by Dana three weeks ago. */
export async function plantCollection(db: Database, now: Date, planted: readonly ListingRow[]): Promise<void> {
  const summers = seedOpportunities.filter(({ dates }) => dates === "summer");
  const year = opportunityContent(summers[0]!, now).startsOn!.slice(0, 4);
  const ids = new Set(summers.map(({ n }) => fixedId(10, n)));
  const held = planted.filter(
    ({ districtId, state, opportunityId }) =>
      districtId === riverbend && state === "published" && ids.has(opportunityId),
  );
  const [made, shown] = [instantDaysAgo(now, 22), instantDaysAgo(now, 21)];
  const [collection] = await db
    .insert(collections)
    .values({
      ...{ id: fixedId(43, 1), districtId: riverbend, slug: `summer-${year}`, position: 1 },
      ...{ name: `Summer ${year}`, nameEs: `Verano ${year}` },
      about: "Weeks without school, full of work worth doing. Ask before the end of April.",
      aboutEs: "Semanas sin clases, llenas de trabajo que vale la pena. Pide tu lugar antes de que termine abril.",
      ...{ publishedAt: shown, version: 2, createdAt: made },
    })
    .onConflictDoNothing()
    .returning({ id: collections.id });
  if (!collection) return;
  await db
    .insert(collectionListings)
    .values(held.map(({ id: listingId }, i) => ({ collectionId: collection.id, listingId, position: i + 1 })));
  const log = [
    { name: "collection.created", at: made },
    { name: "collection.published", at: shown },
  ];
  const who = { subjectId: collection.id, districtId: riverbend, actorId: people.dana.id };
  await db.insert(events).values(log.map((event, i) => ({ ...event, ...who, id: fixedId(44, i + 1) })));
}

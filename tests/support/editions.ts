import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { draftEdition } from "#app/domain/editions/drafting.server.ts";
import { publishEdition } from "#app/domain/editions/publishing.server.ts";
import type { Database } from "#db/database.ts";
import { editions } from "#db/schema/editions.ts";
import { listings } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { asCoordinator, givenListing } from "./givens.ts";

/** Publishes what is on a district's list now, Riverbend's unless said otherwise, as its next edition. */
export async function givenEdition(
  db: Database,
  title = "Spring 2027",
  ctx = asCoordinator(db, people.dana.id, districts.riverbend.id),
): Promise<{ id: string; number: number }> {
  const words = { title, titleEs: "Primavera 2027", note: "Dear families", noteEs: null };
  const drafted = await draftEdition(ctx, { ...words, idempotencyKey: randomUUID() });
  if (!drafted.ok) throw new Error(drafted.refusal);
  const outcome = await publishEdition(ctx, { ...drafted.value, version: 1, idempotencyKey: randomUUID() });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return { id: outcome.value.editionId, number: outcome.value.number };
}

/** A draft of Riverbend's, at version 1. */
export async function givenDraft(db: Database, changes: Partial<typeof editions.$inferInsert> = {}) {
  const words = { title: "Spring 2027", titleEs: "Primavera 2027", note: "Dear families", noteEs: null };
  const [draft] = await db
    .insert(editions)
    .values({ districtId: districts.riverbend.id, ...words, ...changes })
    .returning();
  return draft!;
}

/** Two of them; in the later one a listing is new and another has a later last day. */
export async function givenTwoEditions(db: Database): Promise<{ id: string; number: number }> {
  const { listing } = await givenListing(db);
  await givenEdition(db, "Fall 2026");
  await db.update(listings).set({ closesOn: "2027-03-30" }).where(eq(listings.id, listing.id));
  await givenListing(db, { opportunity: { title: "Wheel builder's day" } });
  return givenEdition(db);
}

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { importedRows } from "#db/schema/imports.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunityRevisions } from "#db/schema/opportunities.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing, type GivenListing } from "#tests/support/givens.ts";
import { approveListing } from "./review.server.ts";

const database = useTestDatabase();
let given: GivenListing;

beforeEach(async () => {
  given = await givenListing(database.db, { listing: { state: "submitted" } });
  await database.db.insert(importedRows).values({
    ...{ districtId: districts.riverbend.id, source: "last year", externalId: given.listing.id, fingerprint: "" },
    ...{ opportunityId: given.opportunity.id, listingId: given.listing.id, importedAt: TEST_NOW },
  });
});

async function approved() {
  const dana = asCoordinator(database.db, people.dana.id, districts.riverbend.id);
  const approval = { listingId: given.listing.id, note: null, pathwayIds: [], labels: [] };
  expect(await approveListing(dana, { ...approval, idempotencyKey: randomUUID() })).toMatchObject({ ok: true });
  const [row] = await database.db.select().from(listings).where(eq(listings.id, given.listing.id));
  return row;
}

describe("approving a listing that was imported", () => {
  test("does not take the row for its organization's confirmation", async () => {
    expect(await approved()).toMatchObject({ state: "published", confirmedAt: null });
  });

  test("takes what its organization wrote since for one", async () => {
    await database.db
      .update(opportunityRevisions)
      .set({ authorId: people.tomas.id })
      .where(eq(opportunityRevisions.id, given.listing.submittedRevisionId ?? ""));
    expect(await approved()).toMatchObject({ confirmedAt: given.listing.submittedAt });
  });
});

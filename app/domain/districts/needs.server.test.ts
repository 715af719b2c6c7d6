import { describe, expect, it } from "vitest";
import { imports } from "#db/schema/imports.ts";
import {
  memberships,
  organizations as organizationRows,
  partnershipDocuments,
  partnerships,
} from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing, givenPerson } from "#tests/support/givens.ts";
import { listReviewQueue } from "../listings/review-queue.server.ts";
import { findNeeds } from "./needs.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const daysAgo = (days: number) => new Date(TEST_NOW.getTime() - days * 86_400_000);

describe("what needs a coordinator", () => {
  it("is counted by kind, in their district alone", async () => {
    const { db } = database;
    const [before, theirs] = [await findNeeds(dana()), await findNeeds(priya())];
    const districtId = districts.riverbend.id;
    await givenListing(db, { listing: { state: "submitted", submittedAt: daysAgo(9) } });
    const other = (await givenListing(db)).listing;
    await givenListing(db, { listing: { submittedRevisionId: other.publishedRevisionId } });
    await givenListing(db, {
      listing: { confirmedAt: daysAgo(70), submittedAt: daysAgo(80), confirmationAskedAt: daysAgo(2) },
    });
    const [organization] = await db
      .insert(organizationRows)
      .values({ name: "Ending soon", sector: "business" })
      .returning();
    const pair = { organizationId: organization!.id, districtId };
    const [partnership] = await db
      .insert(partnerships)
      .values({ ...pair, status: "approved", inForceUntil: "2027-03-01" })
      .returning();
    const document = { partnershipId: partnership!.id, districtId, kind: "insurance" as const, seenAt: TEST_NOW };
    await db.insert(partnershipDocuments).values([
      { ...document, expiresOn: "2027-03-10" },
      { ...document, expiresOn: "2027-02-01" },
      { ...document, expiresOn: "2028-02-01" },
      { ...document, expiresOn: "2027-02-10", removedAt: TEST_NOW },
    ]);
    const file = { districtId, fileName: "list.csv", mapping: {}, options: {}, status: "failed" as const };
    await db.insert(imports).values([
      { ...file, createdAt: daysAgo(1) },
      { ...file, createdAt: daysAgo(40) },
    ]);
    const after = await findNeeds(dana());
    expect(after).toMatchObject({
      toReview: before.toReview + 1,
      oldestAt: daysAgo(9),
      unconfirmed: before.unconfirmed + 1,
      endingAgreements: before.endingAgreements + 1,
      endingDocuments: before.endingDocuments + 2,
      failedImports: before.failedImports + 1,
    });
    expect(after.edits).toBe(before.edits + 1);
    expect(await findNeeds(priya())).toEqual(theirs);
  });

  it("says for how many of the unconfirmed there is nobody to mail, and the queue says which", async () => {
    const { db } = database;
    const before = await findNeeds(dana());
    const [shop] = await db.insert(organizationRows).values({ name: "It phones", sector: "business" }).returning();
    const asked = { confirmedAt: daysAgo(70), submittedAt: daysAgo(80), confirmationAskedAt: daysAgo(2) };
    const entered = await givenListing(db, {
      opportunity: { organizationId: shop!.id, enteredBy: people.dana.id, enteredAt: daysAgo(80) },
      listing: asked,
    });
    const mailed = await givenListing(db, { listing: asked });
    const { unconfirmed, nobodyToAsk } = await findNeeds(dana());
    expect([unconfirmed, nobodyToAsk]).toEqual([before.unconfirmed + 2, before.nobodyToAsk + 1]);
    const rows = await listReviewQueue(dana(), { queue: "unconfirmed", page: 1 });
    const marked = new Map(rows.map(({ id, nobodyToAsk }) => [id, nobodyToAsk]));
    expect([marked.get(entered.listing.id), marked.get(mailed.listing.id)]).toEqual([true, false]);
    await db
      .insert(memberships)
      .values({ organizationId: shop!.id, userId: (await givenPerson(db)).id, role: "owner" });
    expect((await findNeeds(dana())).nobodyToAsk, "somebody acts for it now").toBe(before.nobodyToAsk);
  });
});

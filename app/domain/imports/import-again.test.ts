import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { districts } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { csvOf, importedFrom, importNow } from "#tests/support/imports.ts";
import { listVersionOf } from "#tests/support/list-version.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const LATER = new Date(TEST_NOW.getTime() + 86_400_000);

describe("importing a list again", () => {
  const first = csvOf("1,Cook,Table,2027-06-01,61201", "2,Baker,Table,2027-06-01,61201");

  it("leaves an unchanged row alone", async () => {
    await importNow(database.db, first, "again");
    const before = await importedFrom(database.db, "again");
    const version = await listVersionOf(database.db, riverbend.id);
    expect(await importNow(database.db, first, "again", { now: LATER })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    });
    expect(await importedFrom(database.db, "again")).toEqual(before);
    expect(await listVersionOf(database.db, riverbend.id)).toBe(version);
  });

  it("changes a changed row in place, with a new revision, and counts what is gone", async () => {
    await importNow(database.db, first, "changed");
    const [before] = await importedFrom(database.db, "changed");
    const report = await importNow(database.db, csvOf("1,Head cook,Table,2027-07-01,61201"), "changed", { now: LATER });
    expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 0, goneFromFile: 1 });
    const [after] = await importedFrom(database.db, "changed");
    expect(after!.listing).toMatchObject({
      id: before!.listing.id,
      slug: before!.listing.slug,
      publishedAt: TEST_NOW,
      closesOn: "2027-07-01",
      version: before!.listing.version + 1,
    });
    expect(after!.opportunity).toMatchObject({ id: before!.opportunity.id, title: "Head cook", version: 2 });
    const revisions = database.db.$count(
      opportunityRevisions,
      eq(opportunityRevisions.opportunityId, after!.opportunity.id),
    );
    expect(await revisions).toBe(2);
  });

  it("keeps the approved text public while a change waits for review", async () => {
    await importNow(database.db, first, "pending");
    const [before] = await importedFrom(database.db, "pending");
    await importNow(database.db, csvOf("1,Head cook,Table,2027-07-01,61201"), "pending", {
      now: LATER,
      mode: "review",
    });
    const [after] = await importedFrom(database.db, "pending");
    expect(after!.listing).toMatchObject({
      state: "published",
      publishedRevisionId: before!.listing.publishedRevisionId,
      closesOn: "2027-06-01",
    });
    expect(after!.listing.submittedRevisionId).not.toBe(before!.listing.submittedRevisionId);
  });

  it("does not undo what people did since", async () => {
    await importNow(database.db, first, "people");
    const [cook, baker] = await importedFrom(database.db, "people");
    await database.db
      .update(opportunities)
      .set({ title: "Mine", updatedAt: LATER })
      .where(eq(opportunities.id, cook!.opportunity.id));
    await database.db
      .update(listings)
      .set({ state: "closed", closedReason: "filled" })
      .where(eq(listings.id, baker!.listing.id));
    const report = await importNow(database.db, csvOf("1,Cook 2,Table,,61201", "2,Baker 2,Table,,61201"), "people", {
      now: LATER,
    });
    expect(report.problemCounts).toEqual({ edited_since: 1, decided_since: 1 });
    const after = await importedFrom(database.db, "people");
    expect(after.map(({ opportunity }) => opportunity.title)).toEqual(["Mine", "Baker"]);
    expect(after[1]!.listing.state).toBe("closed");
  });

  it("keeps a person's choice of sub-clusters", async () => {
    await importNow(database.db, first, "clusters");
    const [cook] = await importedFrom(database.db, "clusters");
    await database.db
      .update(opportunities)
      .set({ subClusters: ["010303"], subClustersSuggested: false })
      .where(eq(opportunities.id, cook!.opportunity.id));
    await importNow(database.db, csvOf("1,Pastry cook,Table,,61201"), "clusters", { now: LATER });
    expect((await importedFrom(database.db, "clusters"))[0]!.opportunity).toMatchObject({
      subClusters: ["010303"],
      subClustersSuggested: false,
    });
  });

  it("lists an expired row anew", async () => {
    await importNow(database.db, first, "expired");
    const [cook] = await importedFrom(database.db, "expired");
    await database.db.update(listings).set({ state: "expired" }).where(eq(listings.id, cook!.listing.id));
    await importNow(database.db, csvOf("1,Cook,Table,2027-12-01,61201"), "expired", { now: LATER });
    const [after] = await importedFrom(database.db, "expired");
    expect(after!.listing).toMatchObject({ state: "published", opportunityId: cook!.opportunity.id });
    expect(after!.listing.id).not.toBe(cook!.listing.id);
  });

  it("takes the same ids of another list, and of another district, for other rows", async () => {
    await importNow(database.db, first, "mine");
    const other = await importNow(database.db, first, "theirs");
    const elsewhere = await importNow(database.db, first, "mine", { districtId: lakeshore.id });
    expect([other.created, elsewhere.created]).toEqual([2, 2]);
    expect(elsewhere.organizations.created).toBe(1);
    const [here] = await importedFrom(database.db, "mine");
    const [there] = await importedFrom(database.db, "mine", lakeshore.id);
    expect(there!.opportunity.organizationId).not.toBe(here!.opportunity.organizationId);
  });
});

import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { districts, organizations as cast } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { csvOf, importedFrom, importNow } from "#tests/support/imports.ts";
import { listVersionOf } from "#tests/support/list-version.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const countJobs = async () => {
  const [row] = await database.db.execute<{ count: number }>(
    sql`select count(*)::int as count from graphile_worker.jobs`,
  );
  return row!.count;
};

describe("a first import", () => {
  it("publishes each row with its organization, its text, its event and one new version of the list", async () => {
    const before = await listVersionOf(database.db, riverbend.id);
    const jobs = await countJobs();
    const report = await importNow(
      database.db,
      csvOf("1,Math tutor,Fresh Start,2027-06-01,61201", "2,Gardener,Fresh Start,,61201"),
      "first",
    );
    expect(report).toMatchObject({ rows: 2, created: 2, skipped: 0, organizations: { created: 1, known: 0 } });

    const rows = await importedFrom(database.db, "first");
    expect(rows.map(({ listing }) => listing.state)).toEqual(["published", "published"]);
    expect(rows[0]).toMatchObject({
      opportunity: {
        title: "Math tutor",
        kind: "ServiceLearning",
        pay: "unpaid",
        createdBy: null,
        subClustersSuggested: true,
      },
      listing: { closesOn: "2027-06-01", confirmedAt: null, publishedAt: TEST_NOW },
    });
    expect(rows[0]!.listing.slug).toMatch(/^math-tutor-[0-9a-f]{6}$/);
    expect(await listVersionOf(database.db, riverbend.id)).toBe(before + 1);
    // The listings are indexed in one go, and their texts are marked in another.
    expect((await countJobs()) - jobs).toBe(2);

    const [partnership] = await database.db
      .select()
      .from(partnerships)
      .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
      .where(eq(organizations.name, "Fresh Start"));
    expect(partnership!.partnerships).toMatchObject({ districtId: riverbend.id, status: "approved", note: "first" });

    const told = await database.db.select().from(events).where(eq(events.subjectId, rows[0]!.listing.id));
    expect(told).toMatchObject([{ name: "listing.imported", districtId: riverbend.id, detail: { row: 2 } }]);
    const finished = await database.db.select().from(events).where(eq(events.name, "import.finished"));
    expect(finished.some(({ detail }) => detail?.created === 2)).toBe(true);
  });

  it("sends rows to review when that was chosen, and tells no reader", async () => {
    const before = await listVersionOf(database.db, riverbend.id);
    await importNow(database.db, csvOf("1,Quiet helper,Quiet Org,,61201"), "review", { mode: "review" });
    const [row] = await importedFrom(database.db, "review");
    expect(row!.listing).toMatchObject({
      state: "submitted",
      publishedRevisionId: null,
      publishedAt: null,
      submittedAt: TEST_NOW,
    });
    expect(row!.listing.submittedRevisionId).not.toBeNull();
    expect(await listVersionOf(database.db, riverbend.id)).toBe(before);
  });

  it("finds the district's partner by another spelling of its name", async () => {
    const report = await importNow(database.db, csvOf("1,Wheel truing,The BLUESTEM BIKES Inc.,,61201"), "spelling");
    expect(report.organizations).toEqual({ created: 0, known: 1 });
    expect((await importedFrom(database.db, "spelling"))[0]!.opportunity.organizationId).toBe(cast.bluestem.id);
  });

  it("takes another district's partner for an organization it doesn't know", async () => {
    const report = await importNow(database.db, csvOf("1,Laser cutting,Harbor Makers,,61201"), "stranger");
    expect(report.organizations.created).toBe(1);
    expect((await importedFrom(database.db, "stranger"))[0]!.opportunity.organizationId).not.toBe(cast.harbor.id);
  });

  it("leaves out rows of an organization the district has not approved", async () => {
    const report = await importNow(
      database.db,
      csvOf("1,Kitchen help,St. Brigid Community Kitchen,,16501"),
      "kitchen",
      { districtId: lakeshore.id },
    );
    expect(report).toMatchObject({ created: 0, skipped: 1, problemCounts: { partnership_not_in_force: 1 } });
  });

  it("leaves out rows that are over, unless dates move", async () => {
    const bytes = csvOf("1,Old fair,Old Org,2011-07-30,61201");
    expect(await importNow(database.db, bytes, "old")).toMatchObject({
      created: 0,
      problemCounts: { already_over: 1 },
    });
    const moved = await importNow(database.db, bytes, "old", { shiftDates: true });
    expect(moved.created).toBe(1);
    expect((await importedFrom(database.db, "old"))[0]!.listing.closesOn! >= "2027-03-11").toBe(true);
  });
});

it("writes formulas, markup and every letter as they stand", async () => {
  const title = `=cmd|' /C calc'!A0 <b>ñ 日本 🚲</b>`;
  await importNow(database.db, csvOf(`"1","${title}","Org ""quoted"" \\ back",,61201`), "letters");
  const [row] = await importedFrom(database.db, "letters");
  expect(row!.opportunity.title).toBe(title);
});

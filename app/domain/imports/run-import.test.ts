import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Context, System } from "#app/domain/context.ts";
import { events } from "#db/schema/events.ts";
import { importedRows, imports } from "#db/schema/imports.ts";
import { districts as districtTable } from "#db/schema/districts.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { districts, organizations as cast, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { checkImport, claimImport, type ImportFile } from "./check-import.server.ts";
import { importFile } from "./import-file.server.ts";
import type { ImportReport } from "./report.ts";
import { runImport } from "./run-import.server.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const system = (now = TEST_NOW): Context<System> => ({ db: database.db, now, actor: { kind: "system", userId: null } });

const LATER = new Date(TEST_NOW.getTime() + 86_400_000);
const csv = (...lines: string[]) => new TextEncoder().encode(["id,title,organization,ends,zip", ...lines].join("\n"));
const file = (
  bytes: Uint8Array,
  source: string,
  changes: Partial<ImportFile["options"]> = {},
  districtId: string = riverbend.id,
) => ({
  districtId,
  fileName: "list.csv",
  bytes,
  options: { mode: "publish" as const, shiftDates: false, source, ...changes },
});

async function imported(...args: Parameters<typeof file>): Promise<ImportReport> {
  return importedAt(TEST_NOW, ...args);
}
async function importedAt(now: Date, ...args: Parameters<typeof file>): Promise<ImportReport> {
  const outcome = await importFile(system(now), file(...args));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

async function rowsOf(source: string, districtId: string = riverbend.id) {
  return database.db
    .select({ id: importedRows.externalId, listing: listings, opportunity: opportunities })
    .from(importedRows)
    .innerJoin(listings, eq(listings.id, importedRows.listingId))
    .innerJoin(opportunities, eq(opportunities.id, importedRows.opportunityId))
    .where(and(eq(importedRows.source, source), eq(importedRows.districtId, districtId)))
    .orderBy(importedRows.externalId);
}
const listVersion = async (id: string) =>
  (await database.db.select().from(districtTable).where(eq(districtTable.id, id)))[0]!.listVersion;
const countJobs = async () => {
  const [row] = await database.db.execute<{ count: number }>(
    sql`select count(*)::int as count from graphile_worker.jobs`,
  );
  return row!.count;
};

describe("a first import", () => {
  it("publishes each row with its organization, its text, its event and one new version of the list", async () => {
    const before = await listVersion(riverbend.id);
    const jobs = await countJobs();
    const report = await imported(
      csv("1,Math tutor,Fresh Start,2027-06-01,61201", "2,Gardener,Fresh Start,,61201"),
      "first",
    );
    expect(report).toMatchObject({ rows: 2, created: 2, skipped: 0, organizations: { created: 1, known: 0 } });

    const rows = await rowsOf("first");
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
    expect(await listVersion(riverbend.id)).toBe(before + 1);
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
    const before = await listVersion(riverbend.id);
    await imported(csv("1,Quiet helper,Quiet Org,,61201"), "review", { mode: "review" });
    const [row] = await rowsOf("review");
    expect(row!.listing).toMatchObject({
      state: "submitted",
      publishedRevisionId: null,
      publishedAt: null,
      submittedAt: TEST_NOW,
    });
    expect(row!.listing.submittedRevisionId).not.toBeNull();
    expect(await listVersion(riverbend.id)).toBe(before);
  });

  it("finds the district's partner by another spelling of its name", async () => {
    const report = await imported(csv("1,Wheel truing,The BLUESTEM BIKES Inc.,,61201"), "spelling");
    expect(report.organizations).toEqual({ created: 0, known: 1 });
    expect((await rowsOf("spelling"))[0]!.opportunity.organizationId).toBe(cast.bluestem.id);
  });

  it("takes another district's partner for an organization it doesn't know", async () => {
    const report = await imported(csv("1,Laser cutting,Harbor Makers,,61201"), "stranger");
    expect(report.organizations.created).toBe(1);
    expect((await rowsOf("stranger"))[0]!.opportunity.organizationId).not.toBe(cast.harbor.id);
  });

  it("leaves out rows of an organization the district has not approved", async () => {
    const report = await imported(
      csv("1,Kitchen help,St. Brigid Community Kitchen,,16501"),
      "kitchen",
      {},
      lakeshore.id,
    );
    expect(report).toMatchObject({ created: 0, skipped: 1, problemCounts: { partnership_not_in_force: 1 } });
  });

  it("leaves out rows that are over, unless dates move", async () => {
    const bytes = csv("1,Old fair,Old Org,2011-07-30,61201");
    expect(await imported(bytes, "old")).toMatchObject({ created: 0, problemCounts: { already_over: 1 } });
    const moved = await imported(bytes, "old", { shiftDates: true });
    expect(moved.created).toBe(1);
    expect((await rowsOf("old"))[0]!.listing.closesOn! >= "2027-03-11").toBe(true);
  });
});

describe("importing a list again", () => {
  const first = csv("1,Cook,Table,2027-06-01,61201", "2,Baker,Table,2027-06-01,61201");

  it("leaves an unchanged row alone", async () => {
    await imported(first, "again");
    const before = await rowsOf("again");
    const version = await listVersion(riverbend.id);
    expect(await importedAt(LATER, first, "again")).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await rowsOf("again")).toEqual(before);
    expect(await listVersion(riverbend.id)).toBe(version);
  });

  it("changes a changed row in place, with a new revision, and counts what is gone", async () => {
    await imported(first, "changed");
    const [before] = await rowsOf("changed");
    const report = await importedAt(LATER, csv("1,Head cook,Table,2027-07-01,61201"), "changed");
    expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 0, goneFromFile: 1 });
    const [after] = await rowsOf("changed");
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
    await imported(first, "pending");
    const [before] = await rowsOf("pending");
    await importedAt(LATER, csv("1,Head cook,Table,2027-07-01,61201"), "pending", { mode: "review" });
    const [after] = await rowsOf("pending");
    expect(after!.listing).toMatchObject({
      state: "published",
      publishedRevisionId: before!.listing.publishedRevisionId,
      closesOn: "2027-06-01",
    });
    expect(after!.listing.submittedRevisionId).not.toBe(before!.listing.submittedRevisionId);
  });

  it("does not undo what people did since", async () => {
    await imported(first, "people");
    const [cook, baker] = await rowsOf("people");
    await database.db
      .update(opportunities)
      .set({ title: "Mine", updatedAt: LATER })
      .where(eq(opportunities.id, cook!.opportunity.id));
    await database.db
      .update(listings)
      .set({ state: "closed", closedReason: "filled" })
      .where(eq(listings.id, baker!.listing.id));
    const report = await importedAt(LATER, csv("1,Cook 2,Table,,61201", "2,Baker 2,Table,,61201"), "people");
    expect(report.problemCounts).toEqual({ edited_since: 1, decided_since: 1 });
    const after = await rowsOf("people");
    expect(after.map(({ opportunity }) => opportunity.title)).toEqual(["Mine", "Baker"]);
    expect(after[1]!.listing.state).toBe("closed");
  });

  it("keeps a person's choice of sub-clusters", async () => {
    await imported(first, "clusters");
    const [cook] = await rowsOf("clusters");
    await database.db
      .update(opportunities)
      .set({ subClusters: ["010303"], subClustersSuggested: false })
      .where(eq(opportunities.id, cook!.opportunity.id));
    await importedAt(LATER, csv("1,Pastry cook,Table,,61201"), "clusters");
    expect((await rowsOf("clusters"))[0]!.opportunity).toMatchObject({
      subClusters: ["010303"],
      subClustersSuggested: false,
    });
  });

  it("lists an expired row anew", async () => {
    await imported(first, "expired");
    const [cook] = await rowsOf("expired");
    await database.db.update(listings).set({ state: "expired" }).where(eq(listings.id, cook!.listing.id));
    await importedAt(LATER, csv("1,Cook,Table,2027-12-01,61201"), "expired");
    const [after] = await rowsOf("expired");
    expect(after!.listing).toMatchObject({ state: "published", opportunityId: cook!.opportunity.id });
    expect(after!.listing.id).not.toBe(cook!.listing.id);
  });

  it("takes the same ids of another list, and of another district, for other rows", async () => {
    await imported(first, "mine");
    const other = await imported(first, "theirs");
    const elsewhere = await imported(first, "mine", {}, lakeshore.id);
    expect([other.created, elsewhere.created]).toEqual([2, 2]);
    expect(elsewhere.organizations.created).toBe(1);
    const [here] = await rowsOf("mine");
    const [there] = await rowsOf("mine", lakeshore.id);
    expect(there!.opportunity.organizationId).not.toBe(here!.opportunity.organizationId);
  });
});

describe("an import that is cut short", () => {
  it("leaves nothing behind and arrives whole when it is run again", async () => {
    const checked = await checkImport(system(), {
      ...file(csv("1,Half,Half Org,,61201", "2,Whole,Half Org,,61201"), "half"),
      idempotencyKey: randomUUID(),
    });
    if (!checked.ok) throw new Error(checked.refusal);
    await claimImport(system(), checked.value.importId);
    await database.db.execute(sql`
      create function break_half() returns trigger language plpgsql as $$
      begin if new.source = 'half' then raise exception 'cut short'; end if; return new; end $$`);
    await database.db.execute(
      sql`create trigger break_half before insert on imported_rows for each row execute function break_half()`,
    );
    await expect(runImport(system(), checked.value.importId)).rejects.toThrow();
    const nothing = await Promise.all([
      rowsOf("half"),
      database.db.select().from(organizations).where(eq(organizations.name, "Half Org")),
      database.db.select().from(opportunities).where(eq(opportunities.title, "Half")),
    ]);
    expect(nothing).toEqual([[], [], []]);
    const [failed] = await database.db.select().from(imports).where(eq(imports.id, checked.value.importId));
    expect(failed).toMatchObject({ status: "failed", rowsDone: 0 });
    expect(failed!.file).not.toBeNull();

    await database.db.execute(sql`drop trigger break_half on imported_rows`);
    const again = await runImport(system(), checked.value.importId);
    expect(again.ok && again.value.created).toBe(2);
    const [done] = await database.db.select().from(imports).where(eq(imports.id, checked.value.importId));
    expect(done).toMatchObject({ status: "done", file: null, rowsDone: 2, finishedAt: TEST_NOW });
  });

  it("is taken up where a killed process left the word running", async () => {
    const checked = await checkImport(system(), {
      ...file(csv("1,Killed,Killed Org,,61201"), "killed"),
      idempotencyKey: randomUUID(),
    });
    if (!checked.ok) throw new Error(checked.refusal);
    await database.db
      .update(imports)
      .set({ status: "running", rowsDone: 1 })
      .where(eq(imports.id, checked.value.importId));
    const outcome = await runImport(system(), checked.value.importId);
    expect(outcome.ok && outcome.value.created).toBe(1);
  });

  it("runs once when two workers take it at the same moment", async () => {
    const checked = await checkImport(system(), {
      ...file(csv("1,Twin,Twin Org,,61201"), "twin"),
      idempotencyKey: randomUUID(),
    });
    if (!checked.ok) throw new Error(checked.refusal);
    await claimImport(system(), checked.value.importId);
    const both = await Promise.all([
      runImport(system(), checked.value.importId),
      runImport(system(), checked.value.importId),
    ]);
    expect(both.map((outcome) => outcome.ok && outcome.value.created)).toEqual([1, 1]);
    expect(await database.db.$count(organizations, eq(organizations.name, "Twin Org"))).toBe(1);
  });
});

it("refuses to run an import nobody started, of another district, or unknown", async () => {
  const checked = await checkImport(system(), {
    ...file(csv("1,Idle,Idle Org,,61201"), "idle"),
    idempotencyKey: randomUUID(),
  });
  if (!checked.ok) throw new Error(checked.refusal);
  const { importId } = checked.value;
  expect(await runImport(system(), importId)).toEqual({ ok: false, refusal: "not_started" });
  const priya = asCoordinator(database.db, people.priya.id, lakeshore.id);
  expect(await runImport(priya, importId)).toEqual({ ok: false, refusal: "not_found" });
  expect(await runImport(system(), randomUUID())).toEqual({ ok: false, refusal: "not_found" });
  expect(await database.db.$count(imports, and(eq(imports.id, importId), isNull(imports.finishedAt)))).toBe(1);
});

it("writes formulas, markup and every letter as they stand", async () => {
  const title = `=cmd|' /C calc'!A0 <b>ñ 日本 🚲</b>`;
  await imported(csv(`"1","${title}","Org ""quoted"" \\ back",,61201`), "letters");
  const [row] = await rowsOf("letters");
  expect(row!.opportunity.title).toBe(title);
});

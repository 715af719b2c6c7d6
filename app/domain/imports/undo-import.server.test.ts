import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { imports } from "#db/schema/imports.ts";
import { listings, listingViews } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { csvOf, importedFrom, importNow } from "#tests/support/imports.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { previewUndoing, undoImport } from "./undo-import.server.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const LATER = new Date(TEST_NOW.getTime() + 86_400_000);
const dana = () => ({ ...asCoordinator(database.db, people.dana.id, riverbend.id), now: LATER });
const priya = () => asCoordinator(database.db, people.priya.id, lakeshore.id);

const lastImport = async (source: string) => {
  const [row] = await database.db
    .select()
    .from(imports)
    .where(sql`${imports.options} ->> 'source' = ${source}`)
    .orderBy(sql`${imports.finishedAt} desc`)
    .limit(1);
  return row!.id;
};
async function undo(importId: string, key: string = randomUUID()) {
  const outcome = await undoImport(dana(), { importId, idempotencyKey: key });
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}
/** Every row of what an import writes, for "as if it had never been". */
const everythingListed = async () =>
  Promise.all(
    [listings, opportunities, opportunityRevisions, organizations, partnerships].map(async (table) =>
      JSON.stringify(await database.db.select().from(table).orderBy(table.id)),
    ),
  );

const TWO = csvOf("1,Cook,Table,2027-06-01,61201", "2,Baker,Oven,2027-06-01,61201");

describe("undoing an import", () => {
  it("removes what nobody has touched, partners too, as if it had never been; the file can be imported anew", async () => {
    const before = await everythingListed();
    await importNow(database.db, TWO, "anew");
    const version = await listVersionOf(database.db, riverbend.id);
    const importId = await lastImport("anew");
    expect(await previewUndoing(dana(), importId)).toMatchObject({ removed: 2, closed: 0, left: 0 });
    expect(await undo(importId)).toMatchObject({ removed: 2, closed: 0, returned: 0, left: 0, organizations: 2 });
    expect(await everythingListed()).toEqual(before);
    expect(await listVersionOf(database.db, riverbend.id)).toBeGreaterThan(version);
    expect(await importNow(database.db, TWO, "anew")).toMatchObject({ created: 2, unchanged: 0 });
  });

  it("closes what readers have opened, and has the index follow", async () => {
    await importNow(database.db, csvOf("1,Cook,Seen table,,61201", "2,Baker,Seen oven,,61201"), "seen");
    const [cook] = await importedFrom(database.db, "seen");
    await database.db.insert(listingViews).values({ listingId: cook!.listing.id, day: "2027-02-01", seen: 1 });
    const undone = await undo(await lastImport("seen"));
    expect(undone).toMatchObject({ removed: 1, closed: 1, organizations: 1 });
    const [closed] = await database.db.select().from(listings).where(eq(listings.id, cook!.listing.id));
    expect(closed).toMatchObject({ state: "closed", closedReason: "withdrawn", closedAt: LATER });
    expect(await importedFrom(database.db, "seen")).toEqual([]);
    const jobs = await database.db.execute(sql`select 1 from graphile_worker.jobs where key = 'reindex-listings'`);
    expect(jobs).toHaveLength(1);
  });

  it("gives what it changed its earlier text and place, import by import", async () => {
    await importNow(database.db, TWO, "twice");
    const before = await importedFrom(database.db, "twice");
    const first = await lastImport("twice");
    await importNow(database.db, csvOf("1,Head cook,Table,2027-07-01,61201"), "twice", { now: LATER });
    const second = await lastImport("twice");
    expect(second).not.toBe(first);
    expect((await previewUndoing(dana(), first))!.left).toBe(1);
    expect(await undo(second)).toMatchObject({ returned: 1, removed: 0, left: 0 });
    const [cook] = await importedFrom(database.db, "twice");
    expect(cook!.opportunity).toMatchObject({ title: "Cook", updatedAt: before[0]!.opportunity.updatedAt });
    expect(cook!.listing).toMatchObject({
      closesOn: "2027-06-01",
      publishedRevisionId: before[0]!.listing.publishedRevisionId,
      version: 3,
    });
    expect(await importNow(database.db, TWO, "twice", { now: LATER })).toMatchObject({ unchanged: 2 });
    expect(await undo(first)).toMatchObject({ removed: 2, left: 0 });
  });

  it("takes a listing made anew away, and leaves the expired one and its text", async () => {
    await importNow(database.db, TWO, "expired");
    const [cook] = await importedFrom(database.db, "expired");
    await database.db.update(listings).set({ state: "expired", version: 2 }).where(eq(listings.id, cook!.listing.id));
    await importNow(database.db, csvOf("1,Cook again,Table,2027-12-01,61201"), "expired", { now: LATER });
    expect(await undo(await lastImport("expired"))).toMatchObject({ removed: 1 });
    const [after] = await importedFrom(database.db, "expired");
    expect(after!.listing).toMatchObject({ id: cook!.listing.id, state: "expired" });
    expect(after!.opportunity.title).toBe("Cook");
  });

  it("leaves and names what a person has changed since", async () => {
    await importNow(database.db, TWO, "people");
    const [cook, baker] = await importedFrom(database.db, "people");
    await database.db
      .update(opportunities)
      .set({ title: "Mine", updatedAt: LATER })
      .where(eq(opportunities.id, cook!.opportunity.id));
    await database.db
      .update(listings)
      .set({ labels: ["ours"], version: 2 })
      .where(eq(listings.id, baker!.listing.id));
    const importId = await lastImport("people");
    const undone = await undo(importId);
    expect(undone).toMatchObject({ left: 2, removed: 0, organizations: 0 });
    expect(undone.leftListings.map(({ title }) => title).toSorted()).toEqual(["Baker", "Mine"]);
    expect((await importedFrom(database.db, "people")).map(({ listing }) => listing.state)).toEqual([
      "published",
      "published",
    ]);
  });

  it("says so in the log, for the import and for each listing", async () => {
    await importNow(database.db, TWO, "logged");
    const importId = await lastImport("logged");
    const rows = await importedFrom(database.db, "logged");
    await undo(importId);
    const [event] = await database.db.select().from(events).where(eq(events.name, "import.undone")).limit(1);
    expect(event).toMatchObject({ districtId: riverbend.id, actorId: people.dana.id });
    const each = and(eq(events.name, "listing.import_undone"), eq(events.subjectId, rows[0]!.listing.id));
    expect((await database.db.select().from(events).where(each))[0]!.detail).toEqual({ importId, became: "removed" });
  });

  it("is done once, and refuses an import that has not ended or is another district's", async () => {
    await importNow(database.db, TWO, "once");
    const importId = await lastImport("once");
    const asked = { importId, idempotencyKey: randomUUID() };
    expect(await undoImport(priya(), asked)).toEqual({ ok: false, refusal: "not_found" });
    expect(await previewUndoing(priya(), importId)).toBeNull();
    const twins = await Promise.all([undoImport(dana(), asked), undoImport(dana(), asked)]);
    expect(twins[0]).toEqual(twins[1]);
    const again = await undoImport(dana(), { importId, idempotencyKey: randomUUID() });
    expect(again).toEqual({ ok: false, refusal: "already_undone" });
    await database.db.update(imports).set({ status: "running", undoneAt: null }).where(eq(imports.id, importId));
    const early = await undoImport(dana(), { importId, idempotencyKey: randomUUID() });
    expect(early).toEqual({ ok: false, refusal: "not_finished" });
  });

  it("leaves everything as it was when it is cut short", async () => {
    await importNow(database.db, TWO, "cut");
    const importId = await lastImport("cut");
    const before = await everythingListed();
    await database.db.execute(sql`create function break_undo() returns trigger language plpgsql as $$
      begin if new.undone_at is not null then raise exception 'cut short'; end if; return new; end $$`);
    await database.db.execute(
      sql`create trigger break_undo before update on imports for each row execute function break_undo()`,
    );
    await expect(undo(importId)).rejects.toThrow();
    expect(await everythingListed()).toEqual(before);
    await database.db.execute(sql`drop trigger break_undo on imports`);
    expect(await undo(importId)).toMatchObject({ removed: 2 });
  });
});

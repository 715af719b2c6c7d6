import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { districts as districtRows } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings, readerReports } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { toldAbout } from "#tests/support/told.ts";
import { decideReports } from "./deciding-reports.server.ts";
import { countReported, getReported, listReported } from "./report-desk.server.ts";
import { reportListing } from "./reporting.server.ts";
import { suspendListing } from "./suspending.server.ts";

const database = useTestDatabase();
const later = (minutes: number) => new Date(TEST_NOW.getTime() + minutes * 60_000);
const visitor = (minutes = 0) =>
  ({ db: database.db, now: later(minutes), actor: { kind: "visitor", userId: null } }) as const;
const at = <C extends { now: Date }>(ctx: C, minutes: number): C => ({ ...ctx, now: later(minutes) });
const dana = () => at(asCoordinator(database.db, people.dana.id, districts.riverbend.id), 600);
const priya = () => at(asCoordinator(database.db, people.priya.id, districts.lakeshore.id), 600);

const report = (slug: string, changes: Partial<Parameters<typeof reportListing>[1]> = {}) => ({
  ...{ districtId: districts.riverbend.id, slug, reason: "wrong" as const, text: "Wrong street." },
  idempotencyKey: randomUUID(),
  ...changes,
});
const deciding = (listingId: string, changes: Partial<Parameters<typeof decideReports>[1]> = {}) => ({
  ...{ listingId, decision: "dismissed" as const, readUntil: later(500), note: null },
  idempotencyKey: randomUUID(),
  ...changes,
});
const given = async (listing: Parameters<typeof givenListing>[1] = {}) =>
  (await givenListing(database.db, listing)).listing;
const reportsOf = (id: string) => database.db.select().from(readerReports).where(eq(readerReports.listingId, id));
const stateOf = async (id: string) =>
  (await database.db.select({ state: listings.state }).from(listings).where(eq(listings.id, id)))[0]!.state;
const eventsOf = async (id: string) =>
  (await database.db.select().from(events).where(eq(events.subjectId, id)).orderBy(events.at)).map(({ name }) => name);
const hideAfter = (reports: number | null) =>
  database.db
    .update(districtRows)
    .set({ hideAfterReports: reports })
    .where(eq(districtRows.id, districts.riverbend.id));

afterEach(() => hideAfter(null));

describe("a reader's report", () => {
  it("is kept with nothing about the reader, logged by its reason only, and told to the coordinators once", async () => {
    const { id, slug } = await given();
    expect(await reportListing(visitor(), report(slug))).toEqual({ ok: true, value: { listingId: id } });
    await reportListing(visitor(1), report(slug, { reason: "unsafe", text: null }));
    const [row, other] = await reportsOf(id);
    expect(row).toEqual({
      id: expect.any(String) as string,
      ...{ listingId: id, districtId: districts.riverbend.id, reason: "wrong", text: "Wrong street." },
      ...{ reportedAt: TEST_NOW, decision: null, decidedBy: null, decidedAt: null },
    });
    expect(other).toMatchObject({ reason: "unsafe", text: null });
    const [event] = await database.db
      .select()
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.name, "report.received")));
    expect(event).toMatchObject({ actorId: null, districtId: districts.riverbend.id, detail: { reason: "wrong" } });
    expect(await toldAbout(database.db, id)).toEqual([
      ["dana", "coordinator-listing-reported"],
      ["marcus", "coordinator-listing-reported"],
    ]);
  });

  it("sent twice is one", async () => {
    const { id, slug } = await given();
    const twice = report(slug);
    await Promise.all([reportListing(visitor(), twice), reportListing(visitor(), twice)]);
    expect(await reportsOf(id)).toHaveLength(1);
  });

  it.each([
    ["closed", {}],
    ["expired", {}],
    ["suspended", {}],
    ["published", { closesOn: "2027-02-08" }],
  ] as const)("is refused for a listing that is over: %s %j", async (state, dates) => {
    const { id, slug } = await given({ listing: { state, ...dates } });
    expect(await reportListing(visitor(), report(slug))).toEqual({ ok: false, refusal: "not_on_list" });
    expect(await reportsOf(id)).toEqual([]);
  });

  it("does not find what was never published, nor what is on another district's list", async () => {
    const draft = await given({ listing: { state: "submitted" } });
    const { slug } = await given();
    for (const asked of [report(draft.slug), report("nowhere"), report(slug, { districtId: districts.lakeshore.id })])
      expect(await reportListing(visitor(), asked)).toEqual({ ok: false, refusal: "not_found" });
  });
});

describe("as many reports as the district says", () => {
  it("take a listing off the list, and its partner and coordinators are told", async () => {
    await hideAfter(2);
    const { id, slug } = await given();
    await reportListing(visitor(), report(slug));
    await reportListing(visitor(5), report(slug));
    expect(await stateOf(id)).toBe("published");
    const before = await listVersionOf(database.db, districts.riverbend.id);
    await reportListing(visitor(60), report(slug));
    expect(await stateOf(id)).toBe("suspended");
    expect(await listVersionOf(database.db, districts.riverbend.id)).toBe(before + 1);
    const [hidden] = await database.db
      .select()
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.name, "listing.hidden")));
    expect(hidden).toMatchObject({ actorId: null, detail: { why: "reports", from: "published", to: "suspended" } });
    expect(await toldAbout(database.db, id)).toContainEqual(["tomas", "partner-listing-hidden"]);
  });

  it("hide nothing where the district does not say so", async () => {
    const { id, slug } = await given();
    for (const minutes of [0, 60, 120]) await reportListing(visitor(minutes), report(slug));
    expect(await stateOf(id)).toBe("published");
  });

  it("put it back when they are dismissed", async () => {
    await hideAfter(1);
    const { id, slug } = await given();
    await reportListing(visitor(), report(slug));
    expect(await decideReports(dana(), deciding(id))).toEqual({ ok: true, value: { reports: 1, state: "published" } });
    expect(await stateOf(id)).toBe("published");
    expect(await eventsOf(id)).toEqual(["report.received", "listing.hidden", "report.dismissed", "listing.restored"]);
  });

  it("leave it off where a coordinator took it off, or its last day is over", async () => {
    const taken = await given();
    await reportListing(visitor(), report(taken.slug));
    await suspendListing(at(dana(), 5), {
      listingId: taken.id,
      note: "A parent called.",
      idempotencyKey: randomUUID(),
    });
    await decideReports(dana(), deciding(taken.id));
    await hideAfter(1);
    const over = await given();
    await reportListing(visitor(), report(over.slug));
    await database.db.update(listings).set({ closesOn: "2027-02-08" }).where(eq(listings.id, over.id));
    expect(await decideReports(dana(), deciding(over.id))).toMatchObject({ value: { state: "suspended" } });
    expect([await stateOf(taken.id), await stateOf(over.id)]).toEqual(["suspended", "suspended"]);
  });
});

describe("a coordinator's answer", () => {
  it.each([
    ["dismissed", "report.dismissed", "published"],
    ["mended", "report.mended", "published"],
    ["suspended", "report.upheld", "suspended"],
  ] as const)("%s is kept with who gave it, and logged", async (decision, event, state) => {
    const { id, slug } = await given();
    await reportListing(visitor(), report(slug));
    const answer = deciding(id, { decision, note: "Readers say it is not safe." });
    expect(await decideReports(dana(), answer)).toEqual({ ok: true, value: { reports: 1, state } });
    expect(await decideReports(dana(), answer)).toMatchObject({ ok: true });
    expect(await stateOf(id)).toBe(state);
    expect(await reportsOf(id)).toMatchObject([{ decision, decidedBy: people.dana.id, decidedAt: later(600) }]);
    expect((await eventsOf(id)).filter((name) => name === event)).toHaveLength(1);
  });

  it("does not answer what came in after it was read", async () => {
    const { id, slug } = await given();
    await reportListing(visitor(), report(slug));
    await reportListing(visitor(30), report(slug));
    await decideReports(dana(), deciding(id, { readUntil: later(10) }));
    expect((await reportsOf(id)).map(({ decision }) => decision).toSorted()).toEqual(["dismissed", null]);
  });

  it("is refused without a word to the partner, for what is answered, and for what is over", async () => {
    const { id, slug } = await given();
    await reportListing(visitor(), report(slug));
    const off = { decision: "suspended" as const };
    expect(await decideReports(dana(), deciding(id, off))).toEqual({ ok: false, refusal: "note_missing" });
    await database.db.update(listings).set({ state: "closed" }).where(eq(listings.id, id));
    expect(await decideReports(dana(), deciding(id, { ...off, note: "x" }))).toEqual({
      ok: false,
      refusal: "not_on_list",
    });
    await decideReports(dana(), deciding(id));
    expect(await decideReports(dana(), deciding(id))).toEqual({ ok: false, refusal: "nothing_open" });
  });

  it("refuses another district's coordinator", async () => {
    const { id, slug } = await given();
    await reportListing(visitor(), report(slug));
    expect(await decideReports(priya(), deciding(id))).toEqual({ ok: false, refusal: "not_found" });
    expect(await reportsOf(id)).toMatchObject([{ decision: null }]);
  });
});

describe("the desk", () => {
  it("shows one line a listing, the oldest first, and nothing of another district's", async () => {
    await database.db.delete(readerReports);
    const [one, two] = [await given(), await given()];
    await reportListing(visitor(10), report(two.slug));
    await reportListing(visitor(20), report(one.slug));
    await reportListing(visitor(30), report(two.slug, { reason: "unfair" }));
    expect(await listReported(dana(), { show: "open", page: 1 })).toMatchObject([
      { listingId: two.id, reports: 2, reasons: ["unfair", "wrong"], firstAt: later(10), lastAt: later(30) },
      { listingId: one.id, reports: 1 },
    ]);
    expect(await countReported(dana())).toEqual({ open: 2, decided: 0 });
    await decideReports(dana(), deciding(two.id));
    expect(await countReported(dana())).toEqual({ open: 1, decided: 1 });
    expect(await listReported(dana(), { show: "decided", page: 1 })).toMatchObject([{ listingId: two.id }]);
    expect(await getReported(dana(), two.id)).toMatchObject({ reports: [{ decidedBy: people.dana.name }, {}] });
    expect(await listReported(priya(), { show: "open", page: 1 })).toEqual([]);
    expect(await countReported(priya())).toEqual({ open: 0, decided: 0 });
    expect(await getReported(priya(), one.id)).toBeNull();
  });
});

import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { mailPreferences, mails } from "#db/schema/mail.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asSystem } from "#tests/support/imports.ts";
import { collectDigests } from "./digests.server.ts";
import type { Cadence, Category } from "./mails.ts";
import { cadencesOf, chooseCadences } from "./preferences.server.ts";
import { tell } from "./tell.server.ts";

const database = useTestDatabase();
const riverbend = { districtId: districts.riverbend.id };
const NIGHT = new Date("2027-02-10T05:00:00Z");
const MORNING = new Date("2027-02-10T13:00:00Z");
const DIGEST = new Date("2027-02-10T13:30:00Z");

beforeEach(async () => {
  await database.db.delete(mails);
  await database.db.delete(mailPreferences);
  await database.db.execute(sql`delete from graphile_worker._private_jobs`);
});

const system = (now = TEST_NOW) => asSystem(database.db, now);
const written = () => database.db.select().from(mails).orderBy(mails.createdAt);
const choose = (userId: string, chosen: Partial<Record<Category, Cadence>>) =>
  chooseCadences({ db: database.db, now: TEST_NOW, actor: { kind: "person", userId } }, chosen);
const jobs = () =>
  database.db.execute<{ key: string; wait: number; priority: number }>(
    sql`select key, priority, round(extract(epoch from run_at - now()))::int as wait from graphile_worker.jobs`,
  );
const approved = (now?: Date) =>
  tell(system(now), "partner-listing-approved", { userId: people.hal.id }, { listingId: randomUUID() }, riverbend);
const submitted = (userId: string, options: { districtId?: string } = riverbend, now?: Date) =>
  tell(system(now), "coordinator-listing-submitted", { userId }, { listingId: randomUUID() }, options);

describe("tell", () => {
  it("promises a mail and its job with the verb's own transaction, or neither", async () => {
    await database.db
      .transaction(async (tx) => {
        await tell({ ...system(), db: tx }, "person-password-changed", { userId: people.tomas.id }, {});
        throw new Error("rolled back");
      })
      .catch(() => null);
    expect([await written(), [...(await jobs())]]).toEqual([[], []]);
    await tell(system(), "person-password-changed", { userId: people.tomas.id }, {});
    const [mail] = await written();
    expect(mail).toMatchObject({ userId: people.tomas.id, locale: "es", state: "waiting", dueAt: TEST_NOW, data: {} });
    expect([...(await jobs())]).toMatchObject([{ key: `send-mail:${mail!.id}`, priority: 0 }]);
  });

  it("lets mails that someone waits for overtake the others", async () => {
    const to = { address: "new@example.org", locale: "en" } as const;
    await tell(system(), "person-account-exists", to, {});
    expect((await jobs())[0]!.priority).toBeLessThan(0);
  });

  it("puts off to the morning what nobody waits for, and not what guards an account", async () => {
    await approved(NIGHT);
    await tell(system(NIGHT), "person-device-new", { userId: people.hal.id }, { sessionId: randomUUID() }, riverbend);
    const due = Object.fromEntries((await written()).map(({ kind, dueAt }) => [kind, dueAt]));
    expect(due).toEqual({ "partner-listing-approved": MORNING, "person-device-new": NIGHT });
    expect((await jobs()).map(({ wait }) => Math.round(wait / 3600)).toSorted()).toEqual([0, 8]);
  });

  it("holds for the next digest what a person wants daily or weekly, with no job yet", async () => {
    await submitted(people.dana.id);
    await choose(people.hal.id, { listing: "weekly" });
    await approved();
    const held = (await written()).map(({ state, dueAt }) => [state, dueAt.toISOString()]);
    expect(held.toSorted()).toEqual([
      ["held", DIGEST.toISOString()],
      ["held", "2027-02-15T13:30:00.000Z"],
    ]);
    expect([...(await jobs())]).toEqual([]);
  });

  it("writes nothing to whom wants none, and to others as before", async () => {
    await choose(people.hal.id, { listing: "never" });
    await approved();
    expect(await written()).toEqual([]);
    await tell(system(), "person-password-changed", { userId: people.hal.id }, {});
    await submitted(people.marcus.id);
    expect(await written()).toHaveLength(2);
  });

  it("sends a week's summary by itself", async () => {
    await tell(system(), "coordinator-week-summed-up", { userId: people.dana.id }, {}, riverbend);
    expect(await written()).toMatchObject([{ state: "waiting" }]);
  });
});

describe("choosing", () => {
  it("starts from each category's own way, and is recorded without more than the choice", async () => {
    expect(await cadencesOf(database.db, people.hal.id)).toMatchObject({ listing: "at_once", review: "daily" });
    await choose(people.hal.id, { listing: "daily", review: "daily" });
    expect(await cadencesOf(database.db, people.hal.id)).toMatchObject({ listing: "daily", review: "daily" });
    const logged = await database.db.select().from(events).where(eq(events.name, "person.mail_chosen"));
    expect(logged.at(-1)).toMatchObject({ subjectId: people.hal.id, detail: { listing: "daily" } });
    expect(await choose(randomUUID(), { listing: "never" })).toEqual({ ok: false, refusal: "no_account" });
  });
});

describe("digests", () => {
  const digests = () =>
    database.db
      .select()
      .from(mails)
      .where(and(eq(mails.kind, "person-digest-collected")));

  it("gather what is due of one person into one mail, each once", async () => {
    for (let i = 0; i < 3; i++) await submitted(people.dana.id);
    await submitted(people.marcus.id);
    expect(await collectDigests(system(new Date(DIGEST.getTime() - 1)))).toBe(0);
    const two = await Promise.all([collectDigests(system(DIGEST)), collectDigests(system(DIGEST))]);
    expect(two[0] + two[1]).toBe(2);
    expect(await collectDigests(system(DIGEST))).toBe(0);
    const dana = (await digests()).find(({ userId }) => userId === people.dana.id);
    expect(dana).toMatchObject({ state: "waiting", ...riverbend, data: {}, locale: "en" });
    const carried = (await written()).filter(({ digestId }) => digestId === dana!.id);
    expect(carried.map(({ state }) => state)).toEqual(["digested", "digested", "digested"]);
    expect((await jobs()).map(({ key }) => key)).toContain(`send-mail:${dana!.id}`);
  });

  it("carry no district's name when they carry mails of two", async () => {
    await submitted(people.dana.id);
    await submitted(people.dana.id, { districtId: districts.lakeshore.id });
    await collectDigests(system(new Date(DIGEST.getTime() + 3_600_000)));
    expect(await digests()).toMatchObject([{ districtId: null }]);
  });

  it("leave out what the person has declined meanwhile, and are not written for that alone", async () => {
    await submitted(people.dana.id);
    await choose(people.dana.id, { review: "never" });
    expect(await collectDigests(system(DIGEST))).toBe(0);
    expect(await written()).toMatchObject([{ state: "dropped" }]);
  });
});

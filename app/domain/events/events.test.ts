import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import en from "#app/i18n/catalogs/en/records.json" with { type: "json" };
import es from "#app/i18n/catalogs/es/records.json" with { type: "json" };
import type { Actor } from "#app/domain/context.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { EVENT_NAMES } from "./event-names.ts";
import { recordEvent } from "./record-event.server.ts";
import { recordRefusal } from "./refusals.server.ts";

const database = useTestDatabase();
const by = (actor: Actor, now = TEST_NOW) => ({ db: database.db, now, actor });
const nobody = { kind: "visitor", userId: null } as const;
const person = (userId: string) => ({ kind: "person", userId }) as const;
const about = (subjectId: string) => database.db.select().from(events).where(eq(events.subjectId, subjectId));

describe("S19: the log is only ever added to", () => {
  test.each([
    ["update", sql`update events set name = 'x.y'`],
    ["delete", sql`delete from events`],
    ["truncate", sql`truncate events`],
    ["truncate with what refers to it", sql`truncate events cascade`],
  ])("%s is refused", async (_what, query) => {
    await recordEvent(by(person(people.dana.id)), "person.signed_in", { id: people.dana.id });
    const before = await database.db.select().from(events);
    expect(before.length).toBeGreaterThan(0);
    await expect(database.db.execute(query)).rejects.toMatchObject({ cause: { code: "42501" } });
    expect(await database.db.select().from(events)).toEqual(before);
  });
});

describe("an event stands in the log of", () => {
  const { riverbend, lakeshore } = districts;
  const organizationIds = [organizations.college.id];
  const grace = { kind: "partner" as const, userId: people.grace.id, organizationIds };
  test.each<[string, Actor, string, string | null]>([
    [
      "a coordinator's district",
      { kind: "coordinator", userId: people.dana.id, districtId: riverbend.id },
      "",
      riverbend.id,
    ],
    ["the district whose staff it is", person(people.carl.id), "", lakeshore.id],
    ["the district whose student it is", person(people.leo.id), "", riverbend.id],
    ["the district whose parent it is", person(people.ruth.id), "", lakeshore.id],
    ["the district of whom nobody tried to be", nobody, people.noah.id, lakeshore.id],
    ["no district, for a partner's own doings", person(people.tomas.id), "", null],
    ["no district, for a partner's draft", grace, "", null],
    ["no district, for the clock", { kind: "system", userId: null }, "", null],
    ["no district, for an operator", { kind: "operator", userId: people.joan.id }, "", null],
  ])("%s", async (_whose, actor, subjectId, districtId) => {
    const id = subjectId || randomUUID();
    await recordEvent(by(actor), "person.signed_out", { id });
    expect((await about(id)).at(-1)).toMatchObject({ districtId, actorId: actor.userId });
  });

  test("the district it names, whoever acts", async () => {
    const id = randomUUID();
    await recordEvent(by(grace), "listing.offered", { id, districtId: lakeshore.id });
    expect(await about(id)).toMatchObject([{ districtId: lakeshore.id, actorId: people.grace.id }]);
  });
});

describe("S18: refusals", () => {
  const later = (seconds: number) => new Date(TEST_NOW.getTime() + seconds * 1000);

  it("are kept once for each person, rule and minute, also when many come at once", async () => {
    const { id } = people.marcus;
    const flood = Array.from({ length: 200 }, () => recordRefusal(by(person(id)), "access.refused", id, "admin"));
    await Promise.all(flood);
    expect(await about(id)).toMatchObject([
      { name: "access.refused", detail: { rule: "admin" }, actorId: id, districtId: districts.riverbend.id },
    ]);
    await recordRefusal(by(person(id), later(1)), "access.refused", id, "operator");
    await recordRefusal(by(nobody, later(1)), "sign_in.refused", id, "password");
    await recordRefusal(by(person(people.priya.id)), "access.refused", people.priya.id, "admin");
    expect(await about(id)).toHaveLength(3);
    await recordRefusal(by(person(id), later(120)), "access.refused", id, "admin");
    expect(await about(id)).toHaveLength(4);
  });
});

test.each([
  ["English", en.events],
  ["Spanish", es.events],
])("every event has words in %s", (_language, words) => {
  const said = (name: string) =>
    name.split(".").reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], words);
  expect(EVENT_NAMES.filter((name) => typeof said(name) !== "string")).toEqual([]);
});

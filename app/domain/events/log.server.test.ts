import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { users } from "#db/schema/people.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import type { Actor, Admin, Context } from "#app/domain/context.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { downloadLog, listLog, type LogEntry } from "./log.server.ts";
import { readLogFilter } from "./log.ts";
import { recordEvent } from "./record-event.server.ts";

const database = useTestDatabase();
const at = (iso: string) => new Date(iso);
const by = (actor: Actor, now = TEST_NOW): Context => ({ db: database.db, now, actor });
const admin = (side: "riverbend" | "lakeshore"): Context<Admin> => ({
  ...{ db: database.db, now: TEST_NOW },
  actor: {
    kind: "admin",
    userId: { riverbend: people.ines, lakeshore: people.carl }[side].id,
    districtId: districts[side].id,
  },
});
const person = (who: keyof typeof people) => ({ kind: "person", userId: people[who].id }) as const;
const partner: Actor = { kind: "partner", userId: people.tomas.id, organizationIds: [organizations.bluestem.id] };

const all = { limit: 1_000 };
const marked: Record<"riverbend" | "lakeshore", string> = { riverbend: "", lakeshore: "" };

beforeAll(async () => {
  for (const side of ["riverbend", "lakeshore"] as const) {
    const { listing } = await givenListing(database.db, {
      opportunity: { title: `Marker-of-${side}` },
      listing: { districtId: districts[side].id },
    });
    marked[side] = listing.id;
    await recordEvent(by(partner), "listing.submitted", { id: listing.id, districtId: districts[side].id });
  }
  await recordEvent(by(person("leo"), at("2026-03-08T05:59:59.999Z")), "person.signed_in", { id: people.leo.id });
  await recordEvent(by(person("leo"), at("2026-03-08T06:00:00Z")), "person.signed_in", { id: people.leo.id });
  await recordEvent(by(person("leo"), at("2026-03-09T04:59:59.999Z")), "person.signed_out", { id: people.leo.id });
  await recordEvent(by(person("leo"), at("2026-03-09T05:00:00Z")), "person.signed_in", { id: people.leo.id });
  await recordEvent(by(person("noah")), "person.signed_in", { id: people.noah.id, detail: { method: "password" } });
});

const collected = async (parts: AsyncGenerator<LogEntry[]>) => {
  const entries: LogEntry[] = [];
  for await (const part of parts) entries.push(...part);
  return entries;
};

describe("S2: a district reads its own log", () => {
  test.each([
    ["riverbend", "lakeshore", ["Leo Castillo"], ["Noah Berg"]],
    ["lakeshore", "riverbend", ["Noah Berg"], ["Leo Castillo"]],
  ] as const)("%s, and nothing of %s", async (side, other, theirs, others) => {
    for (const entries of [await listLog(admin(side), {}, all), await collected(await downloadLog(admin(side), {}))]) {
      const text = JSON.stringify(entries);
      for (const marker of [`Marker-of-${side}`, ...theirs]) expect(text).toContain(marker);
      for (const marker of [`Marker-of-${other}`, marked[other], ...others]) expect(text).not.toContain(marker);
    }
  });

  it("asking for another district's person or from another's entry on shows nothing of it", async () => {
    expect(await listLog(admin("riverbend"), { personId: people.noah.id }, all)).toEqual([]);
    const [theirs] = await database.db.select().from(events).where(eq(events.subjectId, people.noah.id));
    expect(await listLog(admin("riverbend"), {}, { ...all, before: theirs!.id })).toEqual([]);
    expect(await listLog(admin("riverbend"), {}, { ...all, before: randomUUID() })).toEqual([]);
  });

  it("a subject of another district's that its own event names stays unnamed", async () => {
    await recordEvent(by(partner), "listing.edited", { id: marked.lakeshore, districtId: districts.riverbend.id });
    const text = JSON.stringify(await listLog(admin("riverbend"), {}, all));
    expect(text).not.toContain("Marker-of-lakeshore");
  });
});

it("asks for a kind, for a person, and for days of the district, also when the clocks change", async () => {
  const names = async (filter: Parameters<typeof listLog>[1]) =>
    (await listLog(admin("riverbend"), filter, all)).map(({ name, at }) => `${name} ${at.toISOString()}`);
  expect(await names({ personId: people.leo.id, from: "2026-03-08", to: "2026-03-08" })).toEqual([
    "person.signed_out 2026-03-09T04:59:59.999Z",
    "person.signed_in 2026-03-08T06:00:00.000Z",
  ]);
  expect(await names({ personId: people.leo.id, to: "2026-03-07" })).toHaveLength(1);
  expect(new Set((await listLog(admin("riverbend"), { kind: "entry" }, all)).map(({ name }) => name))).toEqual(
    new Set(["person.signed_in", "person.signed_out"]),
  );
  expect(await names({ kind: "partners" })).toEqual([]);
});

it("pages without losing or repeating one, also of one instant", async () => {
  const ids = Array.from({ length: 23 }, () => randomUUID());
  for (const id of ids) await recordEvent(by(person("dana"), at("2026-01-05T12:00:00Z")), "import.finished", { id });
  const seen: string[] = [];
  for (let before: string | undefined; ;) {
    const page = await listLog(admin("riverbend"), { kind: "files", to: "2026-01-05" }, { before, limit: 5 });
    seen.push(...page.map(({ subject }) => subject.id));
    if (page.length < 5) break;
    before = page.at(-1)!.id;
  }
  expect(seen).toHaveLength(ids.length);
  expect(new Set(seen)).toEqual(new Set(ids));
});

it("a download is an event of its own, and holds what it asked for", async () => {
  const files = async () => await listLog(admin("lakeshore"), { kind: "files" }, all);
  const before = new Set((await files()).map(({ id }) => id));
  const taken = await collected(await downloadLog(admin("lakeshore"), { kind: "entry" }));
  expect(taken.every(({ name }) => name.startsWith("person."))).toBe(true);
  expect((await files()).filter(({ id }) => !before.has(id))).toMatchObject([
    { name: "log.downloaded", actor: { id: people.carl.id }, detail: { kind: "entry" } },
  ]);
});

it("of an account that is gone the log keeps what was done, and no name", async () => {
  const [gone] = await database.db.insert(users).values({ name: "Vera Gone", email: "vera@gone.example" }).returning();
  const ctx = by({ kind: "coordinator", userId: gone!.id, districtId: districts.riverbend.id });
  await recordEvent(ctx, "listing.closed", { id: marked.riverbend });
  await database.db.delete(users).where(eq(users.id, gone!.id));
  const entries = await listLog(admin("riverbend"), { personId: gone!.id }, all);
  expect(entries).toMatchObject([{ name: "listing.closed", actor: { id: gone!.id, name: null } }]);
  expect(JSON.stringify(entries)).not.toMatch(/vera/i);
});

test("what makes no sense in an address is not asked for", () => {
  const read = (query: string) => readLogFilter(new URLSearchParams(query));
  expect(read("kind=entry&from=2026-02-01&to=2026-02-28")).toEqual({
    kind: "entry",
    from: "2026-02-01",
    to: "2026-02-28",
  });
  expect(read("kind=x&from=2026-02-30&to=0001-01-01&person=1")).toEqual({});
  expect(read("from=2026-02-01T00:00&to=99999-01-01")).toEqual({});
});

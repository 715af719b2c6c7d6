import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { districts as table } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin } from "#tests/support/givens.ts";
import { saveLabels, saveProfile } from "./profile.server.ts";

const database = useTestDatabase();
const ines = () => asAdmin(database.db, people.ines.id, districts.riverbend.id);
const carl = () => asAdmin(database.db, people.carl.id, districts.lakeshore.id);
const read = async (id: string = districts.riverbend.id) =>
  (await database.db.select().from(table).where(eq(table.id, id)))[0]!;
const logged = () =>
  database.db
    .select()
    .from(events)
    .where(and(eq(events.name, "district.settings_changed"), eq(events.districtId, districts.riverbend.id)));

const form = async (changes: { version?: number; color?: string | null; name?: string } = {}) => {
  const { name, contactEmail, color, version } = await read();
  return { ...{ name, contactEmail, color, version }, idempotencyKey: randomUUID(), ...changes };
};

test("an admin renames and colors the district; readers see it, the log says what but not to what", async () => {
  const before = await read();
  const saved = await saveProfile(ines(), await form({ name: "Riverbend Unified", color: "#7a1f2b" }));
  expect(saved).toEqual({ ok: true, value: { version: before.version + 1 } });
  expect(await read()).toMatchObject({
    name: "Riverbend Unified",
    color: "#7a1f2b",
    version: before.version + 1,
    listVersion: before.listVersion + 1,
  });
  expect((await logged()).at(-1)).toMatchObject({
    actorId: people.ines.id,
    subjectId: districts.riverbend.id,
    detail: { topic: "profile", fields: ["name", "color"] },
  });
});

test("saving what is there already changes nothing", async () => {
  const [before, log] = [await read(), await logged()];
  expect(await saveProfile(ines(), await form())).toEqual({ ok: true, value: { version: before.version } });
  expect([await read(), await logged()]).toEqual([before, log]);
});

test("a color that cannot be read is refused", async () => {
  const before = await read();
  expect(await saveProfile(ines(), await form({ color: "#ffb83d" }))).toEqual({
    ok: false,
    refusal: "contrast_too_low",
  });
  expect(await read()).toEqual(before);
});

test("of two tabs the later one is told, and the same form sent twice is done once", async () => {
  const stale = await form({ name: "From the other tab" });
  const first = await form({ name: "Riverbend Schools" });
  expect(await saveProfile(ines(), first)).toMatchObject({ ok: true });
  expect(await saveProfile(ines(), stale)).toEqual({ ok: false, refusal: "changed_since_read" });
  const once = await read();
  expect(await saveProfile(ines(), first)).toEqual({ ok: true, value: { version: once.version } });
  expect(await read()).toEqual(once);
});

test("an admin changes their own district and no other", async () => {
  const before = await read();
  const { version } = await read(districts.lakeshore.id);
  expect(await saveProfile(carl(), { ...(await form({ name: "Lakeshore Area Schools" })), version })).toMatchObject({
    ok: true,
  });
  expect(await read()).toEqual(before);
});

test("labels are replaced as a whole, and readers of Spanish see theirs", async () => {
  const before = await read();
  const labels = [{ name: "Hands-on", nameEs: "Práctico" }];
  const form = { labels, version: before.version, idempotencyKey: randomUUID() };
  expect(await saveLabels(ines(), form)).toMatchObject({ ok: true });
  expect(await read()).toMatchObject({ labels, listVersion: before.listVersion + 1 });
  expect((await logged()).map(({ detail }) => detail)).toContainEqual({ topic: "labels", fields: ["labels"] });
  const stale = { ...form, idempotencyKey: randomUUID() };
  expect(await saveLabels(ines(), stale)).toEqual({ ok: false, refusal: "changed_since_read" });
});

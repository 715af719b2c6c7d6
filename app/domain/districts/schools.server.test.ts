import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { districts as table, schools as rows } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import { schools } from "#db/seed/schools.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin } from "#tests/support/givens.ts";
import { findPlace } from "./places.server.ts";
import { listSchools } from "./districts.server.ts";
import { addSchool, changeSchool, retireSchool } from "./schools.server.ts";

const database = useTestDatabase();
const ines = () => asAdmin(database.db, people.ines.id, districts.riverbend.id);
const carl = () => asAdmin(database.db, people.carl.id, districts.lakeshore.id);
const own = Object.values(schools).find(({ districtId }) => districtId === districts.riverbend.id)!;
const district = async (id: string = districts.riverbend.id) =>
  (await database.db.select().from(table).where(eq(table.id, id)))[0]!;
const read = async (id: string) => (await database.db.select().from(rows).where(eq(rows.id, id)))[0]!;
const form = async (id?: string) => ({ version: (await district(id)).version, idempotencyKey: randomUUID() });
const facts = (changes: { name?: string; zip?: string } = {}) => ({
  name: `School ${randomUUID().slice(0, 6)}`,
  street: "1 Main Street",
  city: "Moline",
  zip: "61265",
  gradeMin: 9,
  gradeMax: 12,
  dayStartsAt: "08:10:00",
  dayEndsAt: "15:05:00",
  ...changes,
});
const logged = async (aboutId: string) => {
  const ours = and(eq(events.name, "district.settings_changed"), eq(events.districtId, districts.riverbend.id));
  const all = await database.db.select().from(events).where(ours);
  return all.map(({ detail }) => detail).filter((detail) => detail?.["aboutId"] === aboutId);
};

test("a school is added at the point of its ZIP code, and readers see it", async () => {
  const { listVersion } = await district();
  const school = facts();
  expect(await addSchool(ines(), { ...school, ...(await form()) })).toMatchObject({ ok: true });
  const added = (await listSchools(database.db, districts.riverbend.id)).find(({ name }) => name === school.name)!;
  expect(added).toMatchObject({ ...school, latitude: expect.closeTo(41.5, 0), longitude: expect.closeTo(-90.5, 0) });
  expect((await district()).listVersion).toBe(listVersion + 1);
  expect(await logged(added.id)).toEqual([{ topic: "schools", fields: ["added"], aboutId: added.id }]);
});

test("changing bell times keeps the point; the log names the fields", async () => {
  const before = await read(own.id);
  const { name, street, city, zip, gradeMin, gradeMax } = before;
  const bells = { dayStartsAt: "07:45:00", dayEndsAt: "14:50:00" };
  const change = { schoolId: own.id, name, street, city, zip, gradeMin, gradeMax, ...bells };
  expect(await changeSchool(ines(), { ...change, ...(await form()) })).toMatchObject({ ok: true });
  expect(await read(own.id)).toEqual({ ...before, ...bells });
  expect((await logged(own.id)).at(-1)).toMatchObject({ fields: ["dayStartsAt", "dayEndsAt"] });
});

test("a retired school is offered and found no more, and comes back", async () => {
  const offered = async () => (await listSchools(database.db, districts.riverbend.id)).some(({ id }) => id === own.id);
  const { name } = await read(own.id);
  expect(await retireSchool(ines(), { schoolId: own.id, retired: true, ...(await form()) })).toMatchObject({
    ok: true,
  });
  expect(await offered()).toBe(false);
  expect(await findPlace(database.db, await district(), name)).toBeNull();
  expect(await listSchools(database.db, districts.riverbend.id, { retiredToo: true })).toContainEqual(
    expect.objectContaining({ id: own.id }),
  );
  const again = await form();
  expect(await retireSchool(ines(), { schoolId: own.id, retired: false, ...again })).toMatchObject({ ok: true });
  expect(await offered()).toBe(true);
  expect((await logged(own.id)).slice(-2)).toMatchObject([{ fields: ["retired"] }, { fields: ["offered_again"] }]);
});

test("a name that is taken, a ZIP code nobody knows and a form read before another change are refused", async () => {
  const refusal = async (changes: object) => {
    const outcome = await addSchool(ines(), { ...facts(), ...(await form()), ...changes });
    return outcome.ok ? null : outcome.refusal;
  };
  const { name } = await read(own.id);
  const { version } = await district();
  expect(await refusal({ name })).toBe("name_taken");
  expect(await refusal({ zip: "00000" })).toBe("unknown_zip");
  expect(await refusal({ version: version - 1 })).toBe("changed_since_read");
  expect((await district()).version).toBe(version);
});

test("another district's admin finds no such school", async () => {
  const before = await read(own.id);
  const stranger = { schoolId: own.id, ...(await form(districts.lakeshore.id)) };
  const notFound = { ok: false, refusal: "not_found" };
  expect(await changeSchool(carl(), { ...facts(), ...stranger })).toEqual(notFound);
  expect(await retireSchool(carl(), { ...stranger, retired: true, idempotencyKey: randomUUID() })).toEqual(notFound);
  expect(await read(own.id)).toEqual(before);
});

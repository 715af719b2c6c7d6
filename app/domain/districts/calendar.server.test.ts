import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { districts as table } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin } from "#tests/support/givens.ts";
import { addBreak, listComingBreaks, removeBreak } from "./calendar.server.ts";

const database = useTestDatabase();
const ines = () => asAdmin(database.db, people.ines.id, districts.riverbend.id);
const carl = () => asAdmin(database.db, people.carl.id, districts.lakeshore.id);
const form = async (id: string = districts.riverbend.id) => {
  const [district] = await database.db.select().from(table).where(eq(table.id, id));
  return { version: district!.version, idempotencyKey: randomUUID() };
};
const spring = { name: "Spring break", startsOn: "2027-03-22", endsOn: "2027-03-26" };
const named = async (name: string, today = "2027-02-10") =>
  (await listComingBreaks(ines(), today)).filter((each) => each.name === name);

test("a break is added, shown until it is over, and removed", async () => {
  expect(await addBreak(ines(), { ...spring, ...(await form()) })).toMatchObject({ ok: true });
  const [added] = await named(spring.name, "2027-03-26");
  expect(added).toMatchObject(spring);
  expect(await named(spring.name, "2027-03-27")).toEqual([]);
  expect(await removeBreak(ines(), { breakId: added!.id, ...(await form()) })).toMatchObject({ ok: true });
  expect(await named(spring.name)).toEqual([]);
  const ours = and(eq(events.name, "district.settings_changed"), eq(events.districtId, districts.riverbend.id));
  const log = await database.db.select().from(events).where(ours);
  expect(log.map(({ detail }) => detail)).toEqual([
    { topic: "calendar", fields: ["added"], aboutId: added!.id },
    { topic: "calendar", fields: ["removed"], aboutId: added!.id },
  ]);
});

test("the later of two tabs is told", async () => {
  const { version } = await form();
  const stale = { ...spring, version: version - 1, idempotencyKey: randomUUID() };
  expect(await addBreak(ines(), stale)).toEqual({ ok: false, refusal: "changed_since_read" });
});

test("another district's admin finds no such break", async () => {
  const winter = { name: "Winter break", startsOn: "2027-12-20", endsOn: "2027-12-31" };
  expect(await addBreak(ines(), { ...winter, ...(await form()) })).toMatchObject({ ok: true });
  const [added] = await named(winter.name);
  const stranger = { breakId: added!.id, ...(await form(districts.lakeshore.id)) };
  expect(await removeBreak(carl(), stranger)).toEqual({ ok: false, refusal: "not_found" });
  expect(await named(winter.name)).toHaveLength(1);
});

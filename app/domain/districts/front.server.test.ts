import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { districts as table } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin } from "#tests/support/givens.ts";
import { saveFront } from "./front.server.ts";

const database = useTestDatabase();
const riverbend = districts.riverbend.id;
const ines = () => asAdmin(database.db, people.ines.id, riverbend);
const read = async (id: string = riverbend) => (await database.db.select().from(table).where(eq(table.id, id)))[0]!;
const front = {
  welcome: "Find a place.\n\nWe help.",
  welcomeEs: null,
  contactOffice: "Career Center",
  contactPhone: "(309) 555-0100",
  contactAddress: "1 Main Street, Moline, IL",
};

test("what a district says to its readers is saved, logged by name and seen at once, by its own readers", async () => {
  const [before, other] = [await read(), await read(districts.lakeshore.id)];
  const form = { version: before.version, idempotencyKey: randomUUID() };
  expect(await saveFront(ines(), { ...front, ...form })).toMatchObject({ ok: true });
  expect(await read()).toMatchObject({ ...front, listVersion: before.listVersion + 1 });
  expect(await read(districts.lakeshore.id)).toEqual(other);
  const ours = and(eq(events.name, "district.settings_changed"), eq(events.districtId, riverbend));
  const logged = (await database.db.select().from(events).where(ours)).map(({ detail }) => detail);
  const fields = ["welcome", "contactOffice", "contactPhone", "contactAddress"];
  expect(logged).toEqual([{ topic: "front", fields }]);
});

test("the later of two tabs is told", async () => {
  const late = { version: (await read()).version - 1, idempotencyKey: randomUUID() };
  expect(await saveFront(ines(), { ...front, ...late })).toEqual({ ok: false, refusal: "changed_since_read" });
});

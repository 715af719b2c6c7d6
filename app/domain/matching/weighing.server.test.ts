import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { districts as table } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { asAdmin, givenListing } from "#tests/support/givens.ts";
import { previewWeights, restoreMatchingWeights, saveMatchingWeights } from "./weighing.server.ts";
import { STANDARD_WEIGHTS } from "./weights.ts";

const database = useTestDatabase();
const ines = () => asAdmin(database.db, people.ines.id, districts.riverbend.id);
const read = async (id: string = districts.riverbend.id) =>
  (await database.db.select().from(table).where(eq(table.id, id)))[0]!;
const OURS = { ...STANDARD_WEIGHTS, distance: 5, interest: 2 };
const form = async () => ({ version: (await read()).version, idempotencyKey: randomUUID() });

beforeEach(async () => {
  await restoreMatchingWeights(ines(), await form());
});

test("an admin weighs the terms; readers meet it at once, another district does not, and the log says what changed", async () => {
  const [before, other] = [await read(), await read(districts.lakeshore.id)];
  expect(await saveMatchingWeights(ines(), { ...(await form()), ...OURS })).toMatchObject({ ok: true });
  expect(await read()).toMatchObject({ matchingWeights: OURS, listVersion: before.listVersion + 1 });
  expect(await read(districts.lakeshore.id)).toEqual(other);
  const logged = await database.db
    .select()
    .from(events)
    .where(and(eq(events.name, "district.settings_changed"), eq(events.districtId, districts.riverbend.id)));
  expect(logged.map(({ detail }) => detail)).toContainEqual({ topic: "matching", fields: ["matchingWeights"] });
});

test("ours come back with one button, and are kept as none of its own", async () => {
  await saveMatchingWeights(ines(), { ...(await form()), ...OURS });
  expect(await restoreMatchingWeights(ines(), await form())).toMatchObject({ ok: true });
  expect((await read()).matchingWeights).toBeNull();
  await saveMatchingWeights(ines(), { ...(await form()), ...STANDARD_WEIGHTS });
  expect((await read()).matchingWeights).toBeNull();
});

test("the later of two tabs is told", async () => {
  const stale = { ...(await form()), version: (await read()).version - 1 };
  expect(await saveMatchingWeights(ines(), { ...stale, ...OURS })).toEqual({
    ok: false,
    refusal: "changed_since_read",
  });
  expect(await restoreMatchingWeights(ines(), stale)).toEqual({ ok: false, refusal: "changed_since_read" });
});

test("a preview says who comes and goes among the first ten, and the same weights change nothing", async () => {
  for (let i = 0; i < 24; i++) {
    const place = i % 2 === 0 ? { latitude: 41.9, subClusters: ["010104"] } : { subClusters: ["010204"] };
    await givenListing(database.db, { opportunity: { title: `Shop ${i}`, ...place } });
  }
  const farther = { ...STANDARD_WEIGHTS, interest: 8, distance: 0 };
  const district = { ...(await read()), listVersion: 1_000_000 };
  const changes = await previewWeights(database.db, district, farther, TEST_NOW);
  expect(changes.some(({ comes }) => comes.length > 0)).toBe(true);
  for (const { comes, goes } of changes) expect(comes).toHaveLength(goes.length);
  for (const { comes, goes } of await previewWeights(database.db, district, STANDARD_WEIGHTS, TEST_NOW))
    expect([comes, goes]).toEqual([[], []]);
});

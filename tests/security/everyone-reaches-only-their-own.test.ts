import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { imports } from "#db/schema/imports.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import {
  DOORS,
  fullForm,
  givenThings,
  knock,
  SIDES,
  STATES,
  withoutIds,
  type Side,
  type Things,
} from "./every-route.ts";

const database = useTestDatabase();
const sides: Side[] = ["riverbend", "lakeshore"];
const otherOf = (side: Side): Side => (side === "riverbend" ? "lakeshore" : "riverbend");
const owned: Record<Side, Things[]> = { riverbend: [], lakeshore: [] };

beforeAll(async () => {
  for (const side of sides) for (const state of STATES) owned[side].push(await givenThings(database.db, side, state));
});

const named = DOORS.map((door) => [`${door.entry} of ${door.route}`, door] as const);
const withId = named.filter(([, { param }]) => param !== null);
const NO_IDS = ["x", "0", "undefined", "' or true --", `${randomUUID()}x`, "00000000-0000-0000-0000-000000000000", "é"];

/** What asking itself leaves in the log. */
const NOTED = ["person.signed_in", "access.refused"];

async function everything() {
  const rows = await Promise.all(
    [opportunities, listings, imports, events].map((table) => database.db.select().from(table)),
  );
  return JSON.stringify(
    rows.map((table) => table.filter((row) => !("name" in row && NOTED.includes(String(row.name))))),
  );
}

test("there are doors to try", () => {
  expect(withId.length).toBeGreaterThan(20);
  expect(named.length).toBeGreaterThan(withId.length);
});

describe("whoever is not of the desk learns and changes nothing", () => {
  test.each(named)("%s", async (_name, door) => {
    const before = await everything();
    for (const side of sides) {
      const { partner, coordinator, marker } = SIDES[side];
      const ids = door.param ? [owned[side][1]?.[door.param], randomUUID(), "x"] : [undefined];
      for (const id of ids) {
        const outside = await knock(database.db, door, { id, form: fullForm(side) });
        expect([outside.status, outside.text]).toEqual([302, expect.stringContaining("/sign-in")]);
        const as = door.desk === "partner" ? coordinator : partner;
        const wrong = await knock(database.db, door, { as, id, form: fullForm(side) });
        expect(wrong.status).toBe(403);
        expect(outside.text + wrong.text).not.toContain(marker);
      }
    }
    expect(await everything()).toBe(before);
  });
});

describe("what is another's is answered as what is not there", () => {
  test.each(withId)("%s", async (_name, door) => {
    const before = await everything();
    for (const side of sides) {
      const as = SIDES[side][door.desk];
      const missing = await knock(database.db, door, { as, id: randomUUID(), form: fullForm(side) });
      for (const things of owned[otherOf(side)]) {
        const id = door.param ? things[door.param] : undefined;
        for (const form of [fullForm(side), fullForm(otherOf(side)), {}]) {
          const bare = await knock(database.db, door, { as, id: randomUUID(), form });
          const answer = await knock(database.db, door, { as, id, form });
          expect(withoutIds(answer)).toEqual(withoutIds(bare));
          expect(answer.text).not.toContain(SIDES[otherOf(side)].marker);
        }
      }
      for (const id of NO_IDS)
        expect((await knock(database.db, door, { as, id, form: fullForm(side) })).status).toBe(missing.status);
    }
    expect(await everything()).toBe(before);
  });
});

describe("one's own desk shows one's own", () => {
  test.each(named)("%s", async (_name, door) => {
    // A draft is the partner's alone until it is sent.
    const seen = door.desk === "coordinator" ? STATES.indexOf("submitted") : 0;
    for (const side of sides)
      for (const things of owned[side].slice(seen)) {
        const id = door.param ? things[door.param] : undefined;
        const answer = await knock(database.db, door, { as: SIDES[side][door.desk], id, form: fullForm(side) });
        expect(answer.status).toBeLessThan(500);
        expect([403, 404]).not.toContain(door.entry === "loader" ? answer.status : 0);
        expect(answer.text).not.toContain(SIDES[otherOf(side)].marker);
      }
  });
});

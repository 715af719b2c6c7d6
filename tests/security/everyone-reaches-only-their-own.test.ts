import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { POLICY } from "#app/auth/policy.ts";
import { events } from "#db/schema/events.ts";
import { rateLimits } from "#db/schema/sign-in.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenApp } from "#tests/support/second-factors.ts";
import {
  admitted,
  DOORS,
  fullForm,
  givenParams,
  GUARDED,
  knock,
  nameOf,
  OPEN,
  paramsOf,
  visitorOf,
  withoutIds,
  type Door,
  type Form,
  type Params,
} from "./every-route.ts";
import { everything } from "./every-table.ts";
import { FIELDS_OF } from "./form-fields.ts";
import { givenNeighbour, LAKESHORE, makerOf, RIVERBEND, ROLES, STATES, type Party, type Role } from "./parties.ts";

const database = useTestDatabase();
let neighbour: Party;
beforeAll(async () => {
  neighbour = await givenNeighbour(database.db);
  // So that nobody's page about it is missing.
  const everybody = [RIVERBEND, LAKESHORE, neighbour].flatMap(({ people }) => Object.values(people));
  for (const userId of new Set(everybody)) await givenApp(database.db, userId);
});

const named = (doors: Door[]) => doors.map((door) => [nameOf(door), door] as const);
const withId = GUARDED.filter(({ params }) => params.length > 0);
const NO_IDS = ["x", "0", "undefined", "' or true --", `${randomUUID()}x`, "00000000-0000-0000-0000-000000000000", "é"];

test("S1: every loader and action of the policy is tried, and every parameter has something of each party's", () => {
  const inPolicy = Object.values(POLICY).flatMap((policy) => Object.keys(policy));
  expect(DOORS).toHaveLength(inPolicy.length);
  const unknown = withId.flatMap(({ desk, route, params }) =>
    params.filter((param) => !makerOf(desk, param)).map((param) => `${param} of ${route}: add it to PARAMS`),
  );
  expect(unknown).toEqual([]);
  expect(withId.length).toBeGreaterThan(20);
});

describe("S1: whoever it is not for learns and changes nothing", () => {
  test.each(named(GUARDED))("%s", async (_name, door) => {
    const own = await givenParams(database.db, door, RIVERBEND, "submitted");
    const before = await everything(database.db);
    const addresses = door.params.length > 0 ? [own, paramsOf(door, randomUUID), paramsOf(door, "x")] : [{}];
    const form = fullForm(RIVERBEND);
    for (const params of addresses) {
      const outside = await knock(database.db, door, { params, form });
      // A page leads to signing in; a form that was sent is answered so that it can be sent again.
      if (door.entry === "loader")
        expect([outside.status, outside.text]).toEqual([302, expect.stringContaining("/sign-in")]);
      else expect(outside.status).toBe(401);
      for (const role of ROLES) {
        if (admitted(door.audience).includes(role)) continue;
        const wrong = await knock(database.db, door, { as: RIVERBEND.people[role], params, form });
        expect([role, wrong.status]).toEqual([role, 403]);
        expect(outside.text + wrong.text).not.toContain("Marker-of-");
      }
    }
    expect(await everything(database.db)).toBe(before);
  });
});

/** Who shares the door's desk with a party, and not what is named there. */
const strangersTo = (door: Door, party: Party) =>
  [RIVERBEND, LAKESHORE, neighbour].filter((other) => other !== party && visitorOf(door, other) !== undefined);

/** All states of what is another district's, one of what is a neighbour's. */
async function foreignTo(door: Door, party: Party): Promise<[Party, Params][]> {
  const foreign: [Party, Params][] = [];
  for (const other of strangersTo(door, party))
    for (const state of other === neighbour ? (["published"] as const) : STATES) {
      const params = await givenParams(database.db, door, other, state);
      if (params) foreign.push([other, params]);
    }
  return foreign;
}

describe("S1: what is another's is answered as what is not there", () => {
  test.each(named(withId.filter(({ audience }) => audience !== "operator")))("%s", async (_name, door) => {
    const sides = [RIVERBEND, LAKESHORE];
    const foreign = await Promise.all(sides.map((party) => foreignTo(door, party)));
    const before = await everything(database.db);
    for (const [i, party] of sides.entries()) {
      const as = visitorOf(door, party);
      const say = async (params: Params, form: Form) => {
        // What a thing is called is not guessed here, it is asked for.
        await database.db.delete(rateLimits);
        return withoutIds(await knock(database.db, door, { as, params, form }));
      };
      const random = paramsOf(door, randomUUID);
      const full = () => ({ ...fullForm(party), ...FIELDS_OF[door.route]?.() });
      const missing = { full: await say(random, full()), empty: await say(random, {}) };
      for (const [other, params] of foreign[i]!) {
        const answer = await say(params, full());
        expect(answer).toEqual(missing.full);
        expect(answer.text).not.toContain(other.marker);
      }
      const [, first] = foreign[i]!.at(0)!;
      expect(await say(first, {})).toEqual(missing.empty);
      for (const id of party === RIVERBEND ? NO_IDS : [])
        expect((await say(paramsOf(door, id), full())).status).toBe(missing.full.status);
    }
    expect(await everything(database.db)).toBe(before);
  });
});

/** Pages that show what is on their district's public list, as everybody sees it. */
const SHOWS_THE_LIST = ["account.for-you"];

/** A neighbour's things are the same district's: its staff sees them, its list shows them. Operators are of no side. */
const isHidden = (door: Door, role: Role, party: Party, other: Party) =>
  other !== party &&
  role !== "operator" &&
  (other.district !== party.district || !(door.desk === "coordinator" || SHOWS_THE_LIST.includes(door.route)));

describe("S1: one's own desk shows one's own", () => {
  test.each(named(GUARDED))("%s", async (_name, door) => {
    const [first, ...others] = admitted(door.audience);
    // A draft is the partner's alone until it is sent.
    const states = door.desk === "coordinator" ? STATES.slice(1) : STATES;
    for (const party of [RIVERBEND, LAKESHORE])
      for (const role of door.params.length > 0 ? [first!] : [first!, ...others])
        for (const state of door.params.length > 0 ? states : states.slice(0, 1)) {
          const fresh = door.entry === "action";
          const params = await givenParams(database.db, door, party, state, { fresh });
          const answer = await knock(database.db, door, { as: party.people[role], params, form: fullForm(party) });
          expect(answer.status).toBeLessThan(500);
          expect([403, 404]).not.toContain(door.entry === "loader" ? answer.status : 0);
          for (const other of [RIVERBEND, LAKESHORE, neighbour])
            if (isHidden(door, role, party, other)) expect(answer.text).not.toContain(other.marker);
        }
  });
});

/** A developer's outbox, which is there on a developer's machine only; the buttons of every district's school sign-in. */
const SHOWS_ALL = ["dev", "sign-in.school"];

describe("S1: what is open to all says the same kind of thing to everybody", () => {
  test.each(named(OPEN))("%s", async (_name, door) => {
    const addresses = door.params.length > 0 ? [paramsOf(door, randomUUID), paramsOf(door, "x")] : [{}];
    for (const params of addresses)
      for (const as of [undefined, ...ROLES.map((role) => RIVERBEND.people[role])]) {
        const answer = await knock(database.db, door, { as, params, form: {} });
        expect(answer.status).toBeLessThan(500);
        if (!SHOWS_ALL.some((route) => door.route === route || door.desk === route))
          expect(answer.text).not.toContain("Marker-of-");
      }
  });
});

/** An id, a code, a day or an instant; no space, no @. */
const IS_CODE = /^[\w.:+-]{1,64}$/;

test("P2: what all of this left in the log are ids and codes, no name, no address and nothing typed", async () => {
  const rows = await database.db.select().from(events);
  const texts = rows.flatMap(({ name, detail }) =>
    textsIn(detail, "").map(([path, text]) => ({ path: `${name} ${path}`, text })),
  );
  expect(new Set(rows.map(({ name }) => name)).size).toBeGreaterThan(10);
  expect(texts.filter(({ text }) => !IS_CODE.test(text))).toEqual([]);
  expect(texts.filter(({ text }) => text.includes("Marker-of-"))).toEqual([]);
});

function textsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path && !Number.isNaN(+key) ? path : key));
}

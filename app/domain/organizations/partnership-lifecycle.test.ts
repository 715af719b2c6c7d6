import { describe, expect, test } from "vitest";
import {
  approvalOf,
  canMove,
  PARTNERSHIP_LIFECYCLE,
  STANDINGS,
  standingOf,
  type PartnershipTransition,
  type Standing,
} from "./partnership-lifecycle.ts";

/** The table, one row a transition: from, by, to. */
const ROWS: [PartnershipTransition, Standing[], string, string][] = [
  ["request", ["none", "declined", "lapsed"], "partner", "requested"],
  ["approve", ["requested", "declined"], "coordinator", "approved"],
  ["renew", ["approved", "lapsed"], "coordinator", "approved"],
  ["resume", ["suspended"], "coordinator", "approved"],
  ["decline", ["requested"], "coordinator", "declined"],
  ["suspend", ["approved", "lapsed"], "coordinator", "suspended"],
];

describe("the life of a partnership", () => {
  test.each(ROWS)("%s starts from %j, by a %s, and leads to %s", (transition, from, by, to) => {
    expect(PARTNERSHIP_LIFECYCLE[transition]).toEqual({ from, by, to });
    expect(STANDINGS.filter((standing) => canMove(transition, standing)).toSorted()).toEqual(from.toSorted());
  });

  test("the table names every transition", () => {
    expect(ROWS.map(([transition]) => transition).toSorted()).toEqual(Object.keys(PARTNERSHIP_LIFECYCLE).toSorted());
  });

  test("only a coordinator brings a partnership into force, in one way from each standing", () => {
    expect(STANDINGS.map((standing) => [standing, approvalOf(standing)])).toEqual([
      ["none", null],
      ["requested", "approve"],
      ["approved", "renew"],
      ["lapsed", "renew"],
      ["suspended", "resume"],
      ["declined", "approve"],
    ]);
  });
});

test.each<[Parameters<typeof standingOf>[0], Standing]>([
  [null, "none"],
  [{ status: "requested", inForceUntil: null }, "requested"],
  [{ status: "approved", inForceUntil: null }, "approved"],
  [{ status: "approved", inForceUntil: "2027-02-09" }, "approved"],
  [{ status: "approved", inForceUntil: "2027-02-08" }, "lapsed"],
  [{ status: "suspended", inForceUntil: "2027-02-08" }, "suspended"],
  [{ status: "declined", inForceUntil: null }, "declined"],
])("%j stands as %s on 2027-02-09", (partnership, standing) => {
  expect(standingOf(partnership, "2027-02-09")).toBe(standing);
});

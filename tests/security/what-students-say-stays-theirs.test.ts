import { beforeAll, describe, expect, test } from "vitest";
import { studentProfiles } from "#db/schema/people.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenApp } from "#tests/support/second-factors.ts";
import { DOORS, givenParams, knock, nameOf, type Door } from "./every-route.ts";
import { RIVERBEND, type Role } from "./parties.ts";

const database = useTestDatabase();
const { people, district } = RIVERBEND;
const SAID = "Said-by-a-student";

beforeAll(async () => {
  for (const userId of new Set(Object.values(people))) await givenApp(database.db, userId);
  const profile = { studentId: people.student!, skills: [SAID], zip: "61299", changedAt: TEST_NOW };
  await database.db.insert(studentProfiles).values(profile).onConflictDoUpdate({
    target: studentProfiles.studentId,
    set: profile,
  });
});

const pages = DOORS.filter(({ entry }) => entry === "loader");
const named = (doors: Door[]) => doors.map((door) => [nameOf(door), door] as const);
/** Everybody but the student and the parent who is linked with them; undefined: nobody signed in. */
const OTHERS: (Role | undefined)[] = ["partner", "coordinator", "admin", "operator", undefined];

test("the student reads what they said, so that it is there to be found", async () => {
  const profile = pages.find(({ route }) => route === "account.profile")!;
  const { status, text } = await knock(database.db, profile, { as: people.student, params: {}, form: {} });
  expect([status, text]).toEqual([200, expect.stringContaining(SAID)]);
});

describe("P1, P7: what a student says of themselves is on no page of anybody else", () => {
  test.each(named(pages))("%s", async (_name, door) => {
    const isPublic = door.params.every((param) => param === "district");
    const own = isPublic ? { district: district.slug } : await givenParams(database.db, door, RIVERBEND, "published");
    for (const role of OTHERS) {
      const as = role && people[role];
      const { text } = await knock(database.db, door, { as, params: own ?? {}, form: {} });
      expect([role, text.includes(SAID), text.includes("61299")]).toEqual([role, false, false]);
    }
  });

  test.each(named(pages.filter(({ audience, params }) => audience === "anyone" && params.includes("district"))))(
    "%s, also when the student asks: the page is the same for all",
    async (_name, door) => {
      const params = { ...Object.fromEntries(door.params.map((name) => [name, "x"])), district: district.slug };
      const { text } = await knock(database.db, door, { as: people.student, params, form: {} });
      expect(text).not.toContain(SAID);
    },
  );
});

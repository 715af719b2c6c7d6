import { expect, it, test } from "vitest";
import { wholeFirstSchema } from "./first-page.ts";

const WHOLE = {
  ...{ kind: "JobShadowing", title: "Bike helper", summary: "Fix bikes.", schedule: "Tuesdays", setting: "on_site" },
  ...{ gradeMin: 9, pay: "unpaid", howToAsk: "Come by." },
};
const ADDRESS = { street: "1 Main Street", city: "Moline", state: "IL", zip: "61265" };
const wrong = (typed: object) => {
  const issues = wholeFirstSchema({}).safeParse(typed).error?.issues ?? [];
  return issues.map(({ path, message }) => [path.join("."), message]);
};
const missing = (field: string) => [field, `partner:errors.missing.${field}`];

it("tells everything that is missing at once", () => {
  const all = ["title", "kind", "summary", "schedule", "setting", "pay", "howToAsk", "gradeMin"];
  expect(wrong({}).toSorted()).toEqual(all.map(missing).toSorted());
});

test.each([
  ["everything that is asked", {}, []],
  ["an age in the place of grades", { gradeMin: undefined, ageMin: 14 }, []],
  ["a whole address of its own", ADDRESS, []],
  ["half an address", { city: "Moline" }, [missing("street"), missing("state"), missing("zip")]],
  ["half an address of what is remote", { setting: "remote", city: "Moline" }, []],
  [
    "what is wrong beside what is missing",
    { ...ADDRESS, pay: undefined, zip: "x" },
    [missing("pay"), ["zip", "partner:errors.zip"]],
  ],
])("%s", (_title, changes, expected) => {
  expect(wrong({ ...WHOLE, ...changes }).toSorted()).toEqual(expected.toSorted());
});

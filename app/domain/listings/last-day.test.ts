import { expect, test } from "vitest";
import { lastDayOf } from "./last-day.ts";

test.each([
  ["the day it closes, before it ends", "2027-03-05", "2027-05-28", "2027-03-05"],
  ["the day it ends, when it would close later", "2027-06-01", "2027-05-28", "2027-05-28"],
  ["the day it closes, when it has no end", "2027-03-05", null, "2027-03-05"],
  ["the day it ends, when it does not close before", null, "2027-05-28", "2027-05-28"],
  ["none, when it has neither", null, null, null],
])("the last day is %s", (_what, closesOn, endsOn, last) => {
  expect(lastDayOf({ closesOn, endsOn })).toBe(last);
});

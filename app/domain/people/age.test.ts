import { expect, test } from "vitest";
import { ADULT_AGE, isOldEnough, LEAST_AGE } from "./age.ts";

test.each([
  [LEAST_AGE, 2014, 1, "2027-02-01", true],
  [LEAST_AGE, 2014, 2, "2027-02-28", false],
  [LEAST_AGE, 2014, 2, "2027-03-01", true],
  [LEAST_AGE, 2014, 12, "2027-12-31", false],
  [LEAST_AGE, 2014, 12, "2028-01-01", true],
  [LEAST_AGE, 2013, 12, "2027-01-01", true],
  [LEAST_AGE, 2030, 1, "2027-02-01", false],
  [ADULT_AGE, 2009, 1, "2027-02-01", true],
  [ADULT_AGE, 2009, 2, "2027-02-28", false],
  [ADULT_AGE, 2012, 1, "2027-02-01", false],
])("%i years, born in %i-%i, on %s: %s", (least, birthYear, birthMonth, today, expected) => {
  expect(isOldEnough({ birthYear, birthMonth }, new Date(`${today}T12:00:00Z`), least)).toBe(expected);
});

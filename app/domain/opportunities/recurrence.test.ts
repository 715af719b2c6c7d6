import rrule from "rrule";
import { expect, it, test } from "vitest";
import { daysOfShift } from "./recurrence.ts";

const STARTS_ON = "2027-02-16";
const LAST = "2027-06-30";
const shift = (rule: string | null) => ({ startsOn: STARTS_ON, startTime: "15:00", endTime: "17:00", rule });
const midnight = (date: string) => new Date(`${date}T00:00:00Z`);

test.each([
  "FREQ=WEEKLY;BYDAY=TU",
  "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270528",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU",
  "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU;COUNT=5",
  "FREQ=WEEKLY;COUNT=4",
  "FREQ=DAILY;INTERVAL=2;COUNT=9",
  "FREQ=DAILY;BYDAY=MO,TU,WE;UNTIL=20270312",
])("%s falls on the days RFC 5545 says", (rule) => {
  const dates = new rrule.RRule({ ...rrule.RRule.parseString(rule), dtstart: midnight(STARTS_ON) })
    .between(midnight(STARTS_ON), midnight(LAST), true)
    .map((date) => date.toISOString().slice(0, 10));
  expect([...daysOfShift(shift(rule), LAST)]).toEqual(dates);
});

it.each([null, "FREQ=YEARLY", "nonsense", "FREQ=WEEKLY;COUNT=1"])("%s falls on its first day only", (rule) => {
  expect([...daysOfShift(shift(rule), LAST)]).toEqual([STARTS_ON]);
});

it("follows no rule for ever", () => {
  expect(daysOfShift(shift("FREQ=DAILY"), "9999-12-31").size).toBeLessThan(1_200);
});

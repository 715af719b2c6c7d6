import { expect, it } from "vitest";
import { nextShiftDates } from "./shift-dates.server.ts";

const at = { startTime: "15:30", endTime: "17:30" };
const shift = (startsOn: string, rule: string | null) => ({ ...at, startsOn, rule });
const dates = (
  rule: string | null,
  { from = "2027-02-09", startsOn = "2027-02-16", endsOn = null as string | null } = {},
) => nextShiftDates({ shifts: [shift(startsOn, rule)], endsOn }, from, 4).map(({ date }) => date.slice(2));

it.each([
  [null, {}, ["27-02-16"]],
  [null, { from: "2027-02-16" }, ["27-02-16"]],
  [null, { from: "2027-02-17" }, []],
  ["FREQ=WEEKLY;BYDAY=TU", {}, ["27-02-16", "27-02-23", "27-03-02", "27-03-09"]],
  // Clocks change on 2027-03-14: the days stay.
  ["FREQ=WEEKLY;BYDAY=SU", { startsOn: "2027-02-28" }, ["27-02-28", "27-03-07", "27-03-14", "27-03-21"]],
  ["FREQ=WEEKLY;BYDAY=TU,TH", {}, ["27-02-16", "27-02-18", "27-02-23", "27-02-25"]],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", { from: "2027-02-17" }, ["27-03-02", "27-03-16", "27-03-30", "27-04-13"]],
  ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20270302", {}, ["27-02-16", "27-02-23", "27-03-02"]],
  ["FREQ=WEEKLY;BYDAY=TU", { endsOn: "2027-02-23" }, ["27-02-16", "27-02-23"]],
  ["FREQ=WEEKLY;BYDAY=TU", { from: "2028-01-01", endsOn: "2027-02-23" }, []],
  ["FREQ=SECONDLY;COUNT=99999999", {}, []],
])("%s %j falls on %j", (rule, when, expected) => {
  expect(dates(rule, when)).toEqual(expected);
});

it("orders the dates of several shifts, the earlier in the day first", () => {
  const morning = { startsOn: "2027-02-16", startTime: "08:00", endTime: "10:00", rule: null };
  const shifts = [shift("2027-02-16", "FREQ=WEEKLY;BYDAY=TU"), morning];
  expect(nextShiftDates({ shifts, endsOn: null }, "2027-02-09", 3)).toEqual([
    { date: "2027-02-16", startTime: "08:00", endTime: "10:00" },
    { date: "2027-02-16", ...at },
    { date: "2027-02-23", ...at },
  ]);
});

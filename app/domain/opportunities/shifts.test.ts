import { describe, expect, it } from "vitest";
import { readRule } from "./recurrence.ts";
import { MOST_SHIFTS, shiftRows, typedShift } from "./shifts.ts";

// 2027-02-16 is a Tuesday.
const TUESDAY = { startsOn: "2027-02-16", startTime: "15:30", endTime: "17:30" };
const read = (...rows: Record<string, unknown>[]) => shiftRows.safeParse(rows);
const errorsOf = (...rows: Record<string, unknown>[]) =>
  read(...rows).error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("a row becomes a shift", () => {
  it.each([
    [{ ...TUESDAY }, { ...TUESDAY, rule: null }],
    [
      { ...TUESDAY, days: ["fri"], until: "2027-03-01" },
      { ...TUESDAY, rule: null },
    ],
    [
      { ...TUESDAY, startTime: "15:30:00" },
      { ...TUESDAY, rule: null },
    ],
    [
      { ...TUESDAY, repeats: "weekly" },
      { ...TUESDAY, rule: "FREQ=WEEKLY;BYDAY=TU" },
    ],
    [
      { ...TUESDAY, repeats: "weekly", days: ["thu", "tue"] },
      { ...TUESDAY, rule: "FREQ=WEEKLY;BYDAY=TU,TH" },
    ],
    [
      { ...TUESDAY, repeats: "other_week", days: ["tue"], until: "2027-05-28" },
      { ...TUESDAY, rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270528" },
    ],
    [
      { ...TUESDAY, repeats: "weekly", days: ["mon", "sat"] },
      { ...TUESDAY, startsOn: "2027-02-20", rule: "FREQ=WEEKLY;BYDAY=MO,SA" },
    ],
  ])("%j", (row, shift) => {
    expect(read(row).data).toEqual([shift]);
  });

  it("and comes back as the row it was", () => {
    const row = { ...TUESDAY, repeats: "other_week", days: ["tue", "thu"], until: "2027-05-28" };
    const [shift] = read(row).data ?? [];
    expect(typedShift(shift!)).toEqual(row);
    expect(read(typedShift(shift!)).data).toEqual([shift]);
    expect(typedShift({ ...TUESDAY, rule: null })).toEqual({ ...TUESDAY, repeats: "once", days: [] });
  });

  it("unless it is empty or taken away", () => {
    expect(read({}, { repeats: "weekly" }, { ...TUESDAY, remove: true }, TUESDAY).data).toEqual([
      { ...TUESDAY, rule: null },
    ]);
  });
});

it.each([
  [{ startTime: "15:30", endTime: "17:30" }, "0.startsOn", "posting:errors.shift.day"],
  [{ startsOn: "2027-02-16", endTime: "17:30" }, "0.startTime", "posting:errors.shift.start"],
  [{ startsOn: "2027-02-16", startTime: "15:30" }, "0.endTime", "posting:errors.shift.end"],
  [{ ...TUESDAY, endTime: "15:30" }, "0.endTime", "posting:errors.shift.order"],
  [{ ...TUESDAY, repeats: "weekly", until: "2027-02-15" }, "0.until", "posting:errors.shift.until"],
  [{ ...TUESDAY, repeats: "weekly", days: ["mon"], until: "2027-02-20" }, "0.until", "posting:errors.shift.until"],
  [{ ...TUESDAY, repeats: "weekly", until: "2029-02-17" }, "0.until", "posting:errors.shift.long"],
  [{ ...TUESDAY, startsOn: "2027-02-30" }, "0.startsOn", "partner:errors.date"],
  [{ ...TUESDAY, endTime: "24:00" }, "0.endTime", "partner:errors.time"],
  [{ days: ["mon"] }, "0.startsOn", "posting:errors.shift.day"],
])("%j is refused at %s: %s", (row, path, message) => {
  expect(errorsOf(row)).toEqual([[path, message]]);
});

it(`takes ${MOST_SHIFTS} shifts, and no more`, () => {
  const many = Array.from({ length: MOST_SHIFTS + 1 }, () => TUESDAY);
  expect(errorsOf(...many.slice(1))).toBeUndefined();
  expect(errorsOf(...many)).toEqual([["", "posting:errors.shift.many"]]);
});

it.each([
  ["FREQ=WEEKLY;BYDAY=TU", { everyWeeks: 1, days: ["tue"], until: null }],
  ["BYDAY=TH,TU;FREQ=WEEKLY;INTERVAL=1", { everyWeeks: 1, days: ["tue", "thu"], until: null }],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;UNTIL=20280229", { everyWeeks: 2, days: ["sun"], until: "2028-02-29" }],
  ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20270229", null],
  ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20270228T170000Z", null],
  ["FREQ=WEEKLY;BYDAY=TU,XX", null],
  ["FREQ=WEEKLY;BYDAY=2TU", null],
  ["FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", null],
  ["FREQ=WEEKLY;BYDAY=TU;BYHOUR=3", null],
  ["FREQ=DAILY;BYDAY=TU", null],
  ["FREQ=WEEKLY;FREQ=WEEKLY;BYDAY=TU", null],
  ["FREQ=WEEKLY", null],
  ["", null],
])("the rule %s reads as %j", (rule, recurrence) => {
  expect(readRule(rule)).toEqual(recurrence);
});

import { expect, it } from "vitest";
import { daysToShift, shiftDates, type DraftDates } from "./date-shift.ts";

const TODAY = "2027-02-09";
const row = (startsOn: string | null, endsOn: string | null, closesOn: string | null = null): DraftDates => ({
  startsOn,
  endsOn,
  closesOn,
});

it("moves an old list by whole weeks until its first row to end is open for 30 days", () => {
  const rows = [row("2011-01-03", "2011-01-22"), row("2011-03-17", "2012-03-16")];
  const days = daysToShift(rows, TODAY);
  const [first, second] = rows.map((dates) => shiftDates(dates, days));
  expect(days % 7).toBe(0);
  expect(first!.endsOn! >= "2027-03-11" && first!.endsOn! < "2027-03-18").toBe(true);
  expect(Date.parse(second!.startsOn!) - Date.parse(first!.startsOn!)).toBe(
    Date.parse("2011-03-17") - Date.parse("2011-01-03"),
  );
});

it("leaves a list alone that is open long enough, or has no end", () => {
  expect(daysToShift([row("2027-01-01", "2027-03-11")], TODAY)).toBe(0);
  expect(daysToShift([row("2011-01-01", null)], TODAY)).toBe(0);
  expect(daysToShift([], TODAY)).toBe(0);
});

it("counts from the last day to ask where there is one", () => {
  expect(daysToShift([row(null, "2028-01-01", "2027-03-10")], TODAY)).toBe(7);
});

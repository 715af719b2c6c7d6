import { describe, expect, it } from "vitest";
import { addDays, daysBetween, detectDateOrder, parseDate } from "./dates.ts";

const read = (cell: string, order: "mdy" | "dmy" | null = null) => {
  const day = parseDate(cell, order);
  return day.ok ? day.value : day.refusal;
};

describe("a date in a cell", () => {
  it.each([
    ["2027-04-01", "2027-04-01"],
    ["2027/4/1", "2027-04-01"],
    ["2027-04-01T00:00:00.000", "2027-04-01"],
    ["2027-04-01 09:30", "2027-04-01"],
    ["April 01 2011", "2011-04-01"],
    ["Apr. 1st, 2027", "2027-04-01"],
    ["1 April 2027", "2027-04-01"],
    ["Thursday, April 1, 2027", "2027-04-01"],
    ["1 de abril de 2027", "2027-04-01"],
    ["4/21/2027", "2027-04-21"],
    ["21/4/2027", "2027-04-21"],
    ["4/4/2027", "2027-04-04"],
    ["4-21-27", "2027-04-21"],
    ["2/29/2028", "2028-02-29"],
  ])("%s is %s", (cell, day) => {
    expect(read(cell)).toBe(day);
  });

  it.each([
    ["4/1/2027", "date_ambiguous"],
    ["2/30/2027", "date_unknown"],
    ["2027-13-01", "date_unknown"],
    ["April 2027", "date_unknown"],
    ["soon", "date_unknown"],
    ["45000", "date_unknown"],
    ["January 1 1911", "date_out_of_range"],
    ["9999-12-31", "date_out_of_range"],
    ["1".repeat(5000), "date_unknown"],
  ])("%s is refused as %s", (cell, problem) => {
    expect(read(cell)).toBe(problem);
  });

  it("is read in the order its column has", () => {
    expect(read("4/1/2027", "mdy")).toBe("2027-04-01");
    expect(read("4/1/2027", "dmy")).toBe("2027-01-04");
    expect(read("21/4/2027", "mdy")).toBe("date_unknown");
  });
});

it("finds a column's order only where its values prove one", () => {
  expect(detectDateOrder(["4/1/2027", "4/21/2027"])).toBe("mdy");
  expect(detectDateOrder(["4/1/2027", "21/4/2027"])).toBe("dmy");
  expect(detectDateOrder(["4/1/2027", "5/2/2027"])).toBeNull();
  expect(detectDateOrder(["4/21/2027", "21/4/2027"])).toBeNull();
});

it("counts calendar days across months, leap days and clock changes", () => {
  expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
  expect(daysBetween("2027-03-13", "2027-03-15")).toBe(2);
  expect(addDays("2027-01-05", -10)).toBe("2026-12-26");
});

import { describe, expect, it } from "vitest";
import type { Outcome } from "../context.ts";
import { guessSector, organizationKey } from "./organization-names.ts";
import {
  isEmail,
  parseKind,
  parsePay,
  parseRange,
  parseSetting,
  parseWhole,
  saysNothing,
  webAddress,
} from "./values.ts";

const read = (outcome: Outcome<unknown, string>) => (outcome.ok ? outcome.value : outcome.refusal);

describe("whole numbers", () => {
  it.each([
    ["12", 12],
    [" 1,200 ", 1200],
    ["3.0", 3],
    ["0", 0],
    ["-1", "number_out_of_range"],
    ["5000", "number_out_of_range"],
    ["2147483648", "number_out_of_range"],
    ["1e3", "number_unknown"],
    ["NaN", "number_unknown"],
    ["2.5", "number_unknown"],
    ["9".repeat(400), "number_unknown"],
    ["a few", "number_unknown"],
    ["0x10", "number_unknown"],
  ])("%s", (cell, value) => {
    expect(read(parseWhole(cell, { min: 0, max: 2000 }))).toBe(value);
  });
});

describe("ages and grades", () => {
  it.each([
    ["14-18", { min: 14, max: 18 }],
    ["ages 16+", { min: 16, max: null }],
    ["16 and up", { min: 16, max: null }],
    ["15 años o más", { min: 15, max: null }],
    ["9th to 12th", { min: 9, max: 12 }],
    ["grade 10", { min: 10, max: 10 }],
    ["18-14", "range_unknown"],
    ["teens", "range_unknown"],
    ["1, 2, 3", "range_unknown"],
    ["300+", "number_out_of_range"],
  ])("%s", (cell, value) => {
    expect(read(parseRange(cell, { min: 1, max: 99 }))).toEqual(value);
  });
});

it.each([
  ["PaidInternship", "PaidInternship"],
  ["paid internship", "PaidInternship"],
  ["Unpaid internship", "UnpaidInternship"],
  ["Pre-apprenticeship", "PreApprenticeship"],
  ["job shadow", "JobShadowing"],
  ["Volunteering", "ServiceLearning"],
  ["Mentoría", "Mentorship"],
  ["__proto__", "kind_unknown"],
  ["lottery", "kind_unknown"],
])("reads the kind %s as %s", (cell, kind) => {
  expect(read(parseKind(cell))).toBe(kind);
});

it.each([
  ["$15 an hour", { pay: "paid", detail: "$15 an hour" }],
  ["Unpaid", { pay: "unpaid", detail: null }],
  ["stipend of $500", { pay: "stipend", detail: "stipend of $500" }],
  ["Sí", { pay: "paid", detail: null }],
  ["No", { pay: "unpaid", detail: null }],
  ["maybe", "pay_unknown"],
])("reads the pay %s", (cell, value) => {
  expect(read(parsePay(cell))).toEqual(value);
});

it("reads where it takes place", () => {
  expect(["Remote", "hybrid", "in-person", "on the moon"].map((cell) => read(parseSetting(cell)))).toEqual([
    "remote",
    "hybrid",
    "on_site",
    "setting_unknown",
  ]);
});

it("takes only full addresses of the web and of mail", () => {
  expect(webAddress("https://example.org/a b")).toBe("https://example.org/a%20b");
  expect(["javascript:alert(1)", "/opportunities/5", "example.org", "https://"].map(webAddress)).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(["a@b.example", "a@b", "a b@c.example", "<a@b.example>"].map(isEmail)).toEqual([true, false, false, false]);
});

it("knows cells that say nothing", () => {
  expect(["", " - ", "N/A", "tbd", "None", "no", "0"].filter((cell) => !saysNothing(cell))).toEqual(["no", "0"]);
});

it("takes two spellings of an organization for one, and two organizations for two", () => {
  expect(organizationKey("The Bike Co., Inc.")).toBe(organizationKey("bike"));
  expect(organizationKey("Médicos & Friends")).toBe(organizationKey("Medicos and Friends"));
  expect(organizationKey("Inc.")).toBe("inc");
  expect(organizationKey("Bluestem Bikes")).not.toBe(organizationKey("Bluestem Books"));
  expect(organizationKey("!!!")).toBe("!!!");
});

it.each([
  ["Riverbend Community College", "higher_education"],
  ["St. Anne Catholic Parish", "faith_based"],
  ["General Hospital", "health"],
  ["Friends of Van Cortlandt Park", "recreation"],
  ["City of Moline", "local_government"],
  ["Volunteers Unlimited", "nonprofit"],
])("guesses the sector of %s as %s", (name, sector) => {
  expect(guessSector(name)).toBe(sector);
});

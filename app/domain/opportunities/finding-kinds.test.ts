import { expect, test } from "vitest";
import en from "#app/i18n/catalogs/en/rules.json";
import { codesOf, FINDING_KINDS, kindsOf, RULE_FILTERS, WARNINGS } from "./finding-kinds.ts";

test("every finding that has words is of one kind", () => {
  expect(Object.values(FINDING_KINDS).flat().toSorted()).toEqual(Object.keys(en.finding).toSorted());
});

test("warnings are all but reminders", () => {
  expect(RULE_FILTERS.flatMap((filter) => (filter === "reminders" ? [] : codesOf(filter))).toSorted()).toEqual(
    [...WARNINGS, ...WARNINGS].toSorted(),
  );
});

test("kinds come once each, in their order", () => {
  expect(kindsOf(["permit", "too_late", "under_14", "too_early", "of another version"])).toEqual([
    "age",
    "hours",
    "reminders",
  ]);
});

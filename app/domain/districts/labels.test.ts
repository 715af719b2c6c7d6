import { expect, test } from "vitest";
import { labelLines, linesOf } from "./labels.ts";

test.each([
  ["", []],
  ["Hands-on", [{ name: "Hands-on", nameEs: null }]],
  [
    " Hands-on  =  Práctico \n\n\nSummer =",
    [
      { name: "Hands-on", nameEs: "Práctico" },
      { name: "Summer", nameEs: null },
    ],
  ],
])("%j names its labels", (typed, labels) => {
  expect(labelLines.parse(typed)).toEqual(labels);
  expect(labelLines.parse(linesOf(labels))).toEqual(labels);
});

test.each([
  ["Same\nsame", "settings:labels.twice"],
  ["One, two", "settings:labels.long"],
  ["x".repeat(41), "settings:labels.long"],
  [`A = ${"x".repeat(41)}`, "settings:labels.long"],
  [Array.from({ length: 61 }, (_, i) => `Label ${i}`).join("\n"), "settings:labels.many"],
])("%j is refused", (typed, message) => {
  expect(labelLines.safeParse(typed).error?.issues.map((issue) => issue.message)).toContain(message);
});

import { expect, test } from "vitest";
import { freeSlug } from "./free-slug.ts";

test.each([
  ["Health Week!", [], "health-week"],
  ["Health week", ["health-week", "health-week-2"], "health-week-3"],
  ["Diseño & Construcción", [], "diseno-construccion"],
  ["夏", [], "list"],
  ["夏", ["list"], "list-2"],
  ["x".repeat(80), [], "x".repeat(50)],
])("%s beside %j is %s", (name, taken, slug) => {
  expect(freeSlug(name, taken)).toBe(slug);
});

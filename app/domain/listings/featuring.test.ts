import { expect, test } from "vitest";
import { moved } from "./featuring.ts";

test.each([
  ["b", "up", "bac"],
  ["b", "down", "acb"],
  ["a", "up", "abc"],
  ["c", "down", "abc"],
  ["x", "up", "abc"],
] as const)("%s moved %s gives %s", (id, direction, order) => {
  expect(moved(["a", "b", "c"], id, direction).join("")).toBe(order);
});

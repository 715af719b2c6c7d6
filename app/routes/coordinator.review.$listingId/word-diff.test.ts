import { expect, test } from "vitest";
import { wordDiff } from "./word-diff.server.ts";

const said = (before: string | null, after: string | null) =>
  wordDiff(before, after).map(({ text, in: where }) => `${{ both: "", before: "-", after: "+" }[where]}${text}`);

test.each([
  ["Tuesdays at 3", "Thursdays at 3", ["-Tuesdays", "+Thursdays", " at 3"]],
  ["Bring gloves.", "Bring gloves and boots.", ["Bring gloves", "+ and boots", "."]],
  [null, "New", ["+New"]],
  ["Old", null, ["-Old"]],
  ["One\ntwo", "One\nthree", ["One\n", "-two", "+three"]],
  ["Same", "Same", ["Same"]],
])("%j becomes %j", (before, after, runs) => {
  expect(said(before, after)).toEqual(runs);
});

test("two long texts that share nothing are shown whole, in no time", () => {
  const long = (seed: string) => Array.from({ length: 6000 }, (_, i) => `${seed}${(i * 7919) % 6007}`).join(" ");
  const began = performance.now();
  const runs = wordDiff(long("a"), long("b"));
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(runs.some(({ in: where }) => where === "after")).toBe(true);
});

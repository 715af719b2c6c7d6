import { expect, test } from "vitest";
import { legible, runsOf } from "./legible.ts";
import { wrap } from "./wrap.ts";

test.each([
  ["Diseña el cártel del niño", "Diseña el cártel del niño"],
  ["e\u0301cole", "école"],
  ["two\r\n lines\tone", "two lines one"],
  ["Join us 🎉 today", "Join us today"],
  ["مرحبا بالعالم", "… …"],
  ["half \ud83d pair", "half pair"],
  ["\u202ereversed\u202c", "reversed"],
  ["Z̸̢͍͛̄alg̶o", "Zalgo"],
  ["Nguyễn", "Nguyen"],
  ["A → B", "A -> B"],
])("%j is printed %j", (text, printed) => {
  expect(legible(text)).toBe(printed);
});

test("a word with letters of both files of a face is drawn with both", () => {
  expect(runsOf("Čapek")).toEqual([
    { text: "Č", more: true },
    { text: "apek", more: false },
  ]);
});

const widthOf = (text: string) => text.length;

test("words fill lines, and only what no line holds is cut", () => {
  expect(wrap("one two three", { widthOf, widthAt: () => 8 })).toEqual(["one two", "three"]);
  expect(wrap("a".repeat(20), { widthOf, widthAt: () => 8 })).toEqual(["a".repeat(8), "a".repeat(8), "a".repeat(4)]);
  expect(wrap("see example.org/opportunities", { widthOf, widthAt: () => 14 })).toEqual([
    "see example.",
    "org/",
    "opportunities",
  ]);
});

test("what goes beyond the last line ends in an ellipsis", () => {
  expect(wrap("one two three four", { widthOf, widthAt: () => 8, most: 2 })).toEqual(["one two", "three…"]);
  expect(wrap("a".repeat(20), { widthOf, widthAt: () => 8, most: 2 })).toEqual(["a".repeat(8), `${"a".repeat(7)}…`]);
});

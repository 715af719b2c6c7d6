import { describe, expect, it } from "vitest";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { Names } from "./names.ts";

const ALL = ["Welding helper", "Bike welder", "Veterinary assistant", "Carpenter", "Ayudante del jardín", "Carpenter"];

function names(all: readonly string[] = ALL) {
  const held = new Names();
  for (const [id, name] of all.entries()) held.set(id, name);
  return held;
}
const found = (typed: string, most = 8) =>
  names()
    .find(typed, most)
    .map((id) => ALL[id]);

describe("names while one types", () => {
  it.each([
    ["weld", ["Welding helper", "Bike welder"]],
    ["WELD bi", ["Bike welder"]],
    ["jardin", ["Ayudante del jardín"]],
    ["jardín ayu", ["Ayudante del jardín"]],
    ["carp", ["Carpenter"]],
    ["eld", []],
    ["", []],
    ["  -- ", []],
  ])("%j finds %j", (typed, expected) => expect(found(typed)).toEqual(expected));

  it.each([
    ["vetrin", ["Veterinary assistant"]],
    ["carpanetr", ["Carpenter"]],
    ["carpnter", ["Carpenter"]],
    ["weldding", ["Welding helper"]],
    // Five letters are too few to guess by, and the first letter is taken as meant.
    ["vetri", []],
    ["eldingw", []],
  ])("a slip of six letters and more, %j, finds %j", (typed, expected) => expect(found(typed)).toEqual(expected));

  it("says a name once, by its highest number that counts, and no more than asked", () => {
    expect(names().find("carpenter", 8)).toEqual([5]);
    expect(names().find("carpenter", 8, (id) => id !== 5)).toEqual([3]);
    expect(found("weld", 1)).toEqual(["Welding helper"]);
  });

  it("forgets and renames", () => {
    const held = names();
    held.set(0, "Falconry");
    held.delete(1);
    held.delete(1);
    expect(held.find("weld", 8)).toEqual([]);
    expect(held.find("falc", 8)).toEqual([0]);
  });

  it("answers any text", () => {
    const held = names(NAUGHTY_STRINGS);
    for (const text of NAUGHTY_STRINGS) expect(held.find(text, 3).length).toBeLessThanOrEqual(3);
  });
});

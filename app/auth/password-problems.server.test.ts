import { describe, expect, it } from "vitest";
import { people } from "#db/seed/cast.ts";
import { passwordProblems } from "./password-problems.server.ts";
import { isEnoughAlone } from "#app/domain/people/password-rules.ts";

const { dana } = people;
const problems = (password: string, hasSecondFactor = false) => passwordProblems(password, dana, { hasSecondFactor });

describe("S7: a new password", () => {
  it.each([
    "tea with my aunt on sundays",
    "velvet-otter-cabin",
    "TEA WITH MY AUNT",
    "Dana likes long walks by the river",
    "ñandú y colibrí en agosto",
    "雨が降る日は本を読むのが好きです",
    "k7#Qz!pW2@mX9$r",
    "               x1y2z",
    "a".repeat(100) + "long tail of words",
  ])("may be %j: no rule says which characters", (password) => expect(problems(password)).toEqual([]));

  it("has fifteen characters, or eight beside a second factor", () => {
    expect(problems("velvet otter 9")).toEqual(["too_short"]);
    expect(problems("velvet otter 9x")).toEqual([]);
    expect(problems("tea-pie9", true)).toEqual([]);
    expect(problems("tea-pie", true)).toEqual(["too_short"]);
    expect(problems("")).toContain("too_short");
  });

  it("counts characters, not bytes or halves, of one spelling", () => {
    expect(problems("🦦🌲🚲🎺🧵🌊🍊🪁🎲🧭🪵🦉🍄🐝")).toEqual(["too_short"]);
    expect(problems("🦦🌲🚲🎺🧵🌊🍊🪁🎲🧭🪵🦉🍄🐝🛶")).toEqual([]);
    expect(isEnoughAlone("e\u0301".repeat(14))).toBe(false);
    expect(isEnoughAlone("e\u0301".repeat(15))).toBe(true);
  });

  it("is not endless", () => {
    expect(problems("ab cd".repeat(51) + "x")).toEqual([]);
    expect(problems("ab cd".repeat(51) + "xy")).toEqual(["too_long"]);
  });

  it.each([
    ["passwordpassword", false],
    ["Password12345678", false],
    ["!!!!qwerty!!!!!!!", false],
    ["1qaz2wsx3edc4rfv", false],
    ["123456789012345", false],
    ["112233445566778", false],
    ["abcdefghijklmnop", false],
    ["ababababababababab", false],
    ["dragondragondragon", false],
    ["aaaaaaaaaaaaaaaaaaaa", false],
    ["sunshine", true],
    ["Dolphin77", true],
  ])("is not one that is guessed first: %j", (password, hasSecondFactor) =>
    expect(problems(password, hasSecondFactor)).toEqual(["common"]),
  );

  it.each([
    ["dana@riverbend.example", false],
    ["Dana Whitfield 2027", false],
    ["WaypostWaypost1", false],
    ["riverbend-2027-dana", false],
    ["whitfield1", true],
  ])("is not what anyone knows of the person or the site: %j", (password, hasSecondFactor) =>
    expect(problems(password, hasSecondFactor)).toEqual(["personal"]),
  );
});

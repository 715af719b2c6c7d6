import { describe, expect, it, test } from "vitest";
import { SKILL_WORDS } from "./skill-words.ts";
import { suggestSkills } from "./suggest-skills.ts";

const skillsOf = (title: string, summary = "", language: "en" | "es" = "en") =>
  suggestSkills({ title, summary }, { language }).map(({ skill }) => skill);

describe("skills suggested from a posting's text", () => {
  test.each([
    ["Learn to true a wheel", "Patch tubes and write repair tickets", "bicycle repair"],
    ["Writing tutor", "Help sixth graders one on one", "tutoring"],
    ["Saturday at the shelter", "Walk dogs and clean kennels", "animal care"],
    ["Cabin restoration", "Table saws and other power tools", "power tools"],
    ["Front office", "Filing, data entry and answering phones", "data entry"],
    ["Stage crew", "Run the sound board", "sound and lighting"],
    ["Ayudante de cocina", "Aprende recetas y cocina con nosotros", "cooking"],
  ])("%s", (title, summary, skill) => {
    expect(skillsOf(title, summary)).toContain(skill);
  });

  it("names them in the language of the text, with the words that led to each", () => {
    expect(suggestSkills({ title: "Huerto escolar", summary: "Sembrar y podar" }, { language: "es" })).toEqual([
      { skill: "jardinería", because: ["huerto", "sembrar"] },
      { skill: "cuidado de árboles", because: ["podar"] },
    ]);
  });

  it("suggests nothing that was named already, in either language", () => {
    const text = { title: "Robotics and welding" };
    expect(suggestSkills(text, { language: "en", named: ["Robótica"] }).map(({ skill }) => skill)).toEqual(["welding"]);
  });

  it("suggests nothing on a hint outside the title, on no words or on words it does not know, and eight at most", () => {
    expect(skillsOf("Volunteers wanted", "For a legal clinic")).toEqual([]);
    expect(skillsOf("Music helper")).toEqual(["music"]);
    expect(skillsOf("")).toEqual([]);
    expect(skillsOf("Zzyzx \u0000 🙂")).toEqual([]);
    const all = Object.values(SKILL_WORDS).join(" ").replaceAll("*", "");
    expect(suggestSkills({ title: "x", body: all }, { language: "en" })).toHaveLength(8);
  });
});

test("every skill has a short name in both languages, and words without accents", () => {
  const names = Object.keys(SKILL_WORDS).map((key) => key.split(" | "));
  for (const name of names) expect(name).toHaveLength(2);
  for (const name of names.flat()) expect(name.length).toBeLessThanOrEqual(40);
  expect(new Set(names.map(([en]) => en)).size).toBe(names.length);
  for (const words of Object.values(SKILL_WORDS)) expect(words).toMatch(/^[a-z0-9~* ]+(, [a-z0-9~* ]+)*$/);
});

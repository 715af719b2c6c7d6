import { describe, expect, test } from "vitest";
import {
  countsOf,
  englishSyllables,
  fernandezHuerta,
  fleschKincaid,
  pooled,
  spanishSyllables,
} from "./reading-level.ts";
import { everyPath, readJson } from "./source-tree.ts";

/** What coordinators, admins and operators alone read. */
const FOR_STAFF = ["coordinator", "exchange", "imports", "operator", "queue", "records", "settings", "vetting"];
/** A shorter message is a label: a formula for prose says nothing of it. */
const SHORTEST = 10;
const HIGHEST_GRADE = 8;
/** "Normal", which is the seventh and eighth grade. */
const LOWEST_EASE = 60;

const read = everyPath
  .filter((file) => /^app\/i18n\/catalogs\/en\/\w+\.json$/.test(file))
  .map((file) => file.split("/").at(-1)!.replace(".json", ""))
  .filter((catalog) => !FOR_STAFF.includes(catalog));

function messagesOf(locale: string, catalog: string): [key: string, message: string][] {
  const flatten = (value: unknown, key: string): [string, string][] =>
    typeof value === "string"
      ? [[key, value]]
      : Object.entries(value as object).flatMap(([name, inner]) => flatten(inner, key ? `${key}.${name}` : name));
  return flatten(readJson(`app/i18n/catalogs/${locale}/${catalog}.json`), "");
}

const LANGUAGES = {
  en: { syllablesOf: englishSyllables, measure: fleschKincaid, isEasy: (grade: number) => grade <= HIGHEST_GRADE },
  es: { syllablesOf: spanishSyllables, measure: fernandezHuerta, isEasy: (ease: number) => ease >= LOWEST_EASE },
};

describe.each(["en", "es"] as const)("in %s", (locale) => {
  const { syllablesOf, measure, isEasy } = LANGUAGES[locale];
  const counted = (catalog: string) =>
    messagesOf(locale, catalog)
      .map(([key, message]) => ({ key, message, counts: countsOf(message, syllablesOf) }))
      .filter(({ counts }) => counts.words >= SHORTEST);

  test.each(read)("each message of %s is read by an eighth-grader", (catalog) => {
    const hard = counted(catalog).filter(({ counts }) => !isEasy(measure(counts)));
    expect(hard.map(({ key, message, counts }) => `${measure(counts).toFixed(1)} ${key}: ${message}`)).toEqual([]);
  });

  test.each(read)("and %s as a whole", (catalog) => {
    const all = counted(catalog);
    if (all.length > 0) expect(isEasy(measure(pooled(all.map(({ counts }) => counts))))).toBe(true);
  });
});

test("a hard sentence is noticed, and names filled in are not", () => {
  const hard = "Participation necessitates comprehensive documentation of applicable occupational certifications.";
  expect(fleschKincaid(countsOf(hard, englishSyllables))).toBeGreaterThan(HIGHEST_GRADE);
  const dificil = "La participación requiere documentación exhaustiva de las certificaciones ocupacionales aplicables.";
  expect(fernandezHuerta(countsOf(dificil, spanishSyllables))).toBeLessThan(LOWEST_EASE);
  expect(countsOf("Read by {{organization}}. Go on: look!", englishSyllables)).toEqual({
    ...{ sentences: 3, words: 6, syllables: 6 },
  });
});

test.each([
  [
    englishSyllables,
    "organization opportunity table moved places saved area idea going people created",
    [5, 5, 2, 1, 2, 1, 3, 3, 2, 2, 2],
  ],
  [
    spanishSyllables,
    "oportunidad aquí día quien ciudad siguiente cuenta leer hay guía",
    [5, 2, 2, 1, 2, 3, 2, 2, 1, 2],
  ],
] as const)("syllables are counted (%o)", (syllablesOf, words, expected) => {
  expect(words.split(" ").map(syllablesOf)).toEqual(expected);
});

import { expect, test } from "vitest";
import { EMPTY_CONTENT } from "./empty-content.ts";
import { wordingOf } from "./wording.ts";

const english = { ...EMPTY_CONTENT, title: "Fix bikes", summary: "Learn it.", requirements: null };

test("a text stays in its language, and says which where it is not the reader's", () => {
  expect(wordingOf(english, "en").title).toEqual({ text: "Fix bikes", lang: undefined });
  expect(wordingOf(english, "es").title).toEqual({ text: "Fix bikes", lang: "en" });
  expect(wordingOf({ ...english, language: "es" }, "en").title.lang).toBe("es");
  expect(wordingOf(english, "es").requirements).toBeNull();
});

test("field by field, what the partner wrote in Spanish is for who reads it", () => {
  const both = { ...english, titleEs: "Arregla bicis" };
  expect(wordingOf(both, "es").title).toEqual({ text: "Arregla bicis", lang: undefined });
  expect(wordingOf(both, "es").summary).toEqual({ text: "Learn it.", lang: "en" });
  expect(wordingOf(both, "en").title.text).toBe("Fix bikes");
});

test("a text sent before Spanish was asked for has no such field", () => {
  const { titleEs: _, ...old } = english;
  expect(wordingOf(old as typeof english, "es").title).toEqual({ text: "Fix bikes", lang: "en" });
});

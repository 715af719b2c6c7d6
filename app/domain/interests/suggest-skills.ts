import { SKILL_WORDS } from "./skill-words.ts";
import { findPatterns, readPatterns, type PostingText } from "./word-patterns.ts";

export interface SuggestedSkill {
  /** In the text's language. */
  skill: string;
  /** The words as they stand in the text, lower case and without accents, weightiest first. */
  because: string[];
}

const AT_MOST = 8;
/** A full word anywhere, a hint in the title. */
const ENOUGH = 2;

const patterns = readPatterns(Object.entries(SKILL_WORDS));

/**
 * Skills a learner can practice there, by the words of the text, likeliest first. What the partner named already, in
 * either language, is not suggested again.
 */
export function suggestSkills(
  text: Omit<PostingText, "organization">,
  { language, named = [] }: { language: "en" | "es"; named?: readonly string[] },
): SuggestedSkill[] {
  const said = new Set(named.map((word) => word.toLowerCase()));
  return findPatterns(patterns, text)
    .filter(({ score }) => score >= ENOUGH)
    .map(({ code, because }) => ({ names: code.split(" | "), because }))
    .filter(({ names }) => !names.some((name) => said.has(name.toLowerCase())))
    .map(({ names: [en = "", es = ""], because }) => ({ skill: language === "es" ? es : en, because }))
    .slice(0, AT_MOST);
}

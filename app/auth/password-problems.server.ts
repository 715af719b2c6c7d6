/**
 * Which passwords we take: long ones, as people like to write them. No composition rules, no expiry; only what others
 * guess first is refused, offline: common passwords and what anyone can read about the person.
 */
import { dictionary } from "@zxcvbn-ts/language-common";
import {
  leastCharacters,
  lengthOf,
  MOST_CHARACTERS,
  normalized,
  type PasswordProblem,
} from "#app/domain/people/password-rules.ts";

const SITE = "waypost";
/** Shorter pieces of a name are in too many words. */
const LEAST_OWN_WORD = 4;
/** What must be left of a password without the words anyone knows. */
const LEAST_LEFT = 8;
const LEAST_DIFFERENT = 5;

let known: Set<string> | undefined;
const isListed = (word: string) => (known ??= new Set(dictionary["passwords-common"])).has(word);

export function passwordProblems(
  password: string,
  { email, name }: { email: string; name: string },
  { hasSecondFactor = false }: { hasSecondFactor?: boolean } = {},
): PasswordProblem[] {
  const length = lengthOf(password);
  if (length > MOST_CHARACTERS) return ["too_long"];
  const lower = normalized(password).toLowerCase();
  const problems: PasswordProblem[] = [];
  if (length < leastCharacters({ hasSecondFactor })) problems.push("too_short");
  if (isCommon(lower)) problems.push("common");
  else if (isPersonal(lower, `${email} ${name} ${SITE}`.normalize("NFC").toLowerCase())) problems.push("personal");
  return problems;
}

/** On the list itself, with digits and signs around it, or again and again; or keys in a row. */
function isCommon(lower: string): boolean {
  const bare = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return [lower, bare, repeated(lower), repeated(bare)].some(isListed) || isMonotonous(lower);
}

/** The shortest text whose repetition this is: "abcabc" is "abc". */
function repeated(text: string): string {
  const length = (text + text).indexOf(text, 1);
  return length > 0 ? text.slice(0, length) : text;
}

/** "aaaa…", "abab…", "1234567890123…", "112233…": hardly any characters, or the same one or two steps from each to the next. */
function isMonotonous(lower: string): boolean {
  const points = [...lower].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(points.slice(1).map((point, index) => point - (points[index] ?? 0)));
  return new Set(points).size < LEAST_DIFFERENT || steps.size <= 2;
}

function isPersonal(lower: string, own: string): boolean {
  const words = own.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= LEAST_OWN_WORD);
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const left = longestFirst.reduce((text, word) => text.replaceAll(word, ""), lower);
  return left !== lower && left.replace(/[^\p{L}\p{N}]/gu, "").length < LEAST_LEFT;
}

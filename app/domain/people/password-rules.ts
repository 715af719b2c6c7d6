import type { Translate } from "#app/i18n/translator.ts";

/** A password that stands alone, and one beside a second factor; NIST SP 800-63B-4, 3.1.1.2. */
export const LEAST_CHARACTERS = 15;
export const LEAST_BESIDE_SECOND_FACTOR = 8;
export const MOST_CHARACTERS = 256;

export type PasswordProblem = "too_short" | "too_long" | "common" | "personal";

/** One spelling for what looks the same: keyboards differ in how they write "é". */
export const normalized = (password: string) => password.normalize("NFC");

/** Characters as a person counts them: code points of the one spelling. */
export const lengthOf = (password: string) => [...normalized(password)].length;

export const leastCharacters = ({ hasSecondFactor }: { hasSecondFactor: boolean }) =>
  hasSecondFactor ? LEAST_BESIDE_SECOND_FACTOR : LEAST_CHARACTERS;

/**
 * Whether the account may live by this password alone. Only a hash of it is kept, so whoever takes a last second factor
 * away asks for the password, and refuses when it is right but not this long.
 */
export const isEnoughAlone = (password: string) => lengthOf(password) >= LEAST_CHARACTERS;

export function sayPasswordProblems(
  t: Translate,
  problems: PasswordProblem[],
  { hasSecondFactor }: { hasSecondFactor: boolean },
): string[] {
  return problems.map((problem) => {
    if (problem === "too_short")
      return t("security:password.problems.too_short", { count: leastCharacters({ hasSecondFactor }) });
    if (problem === "too_long") return t("security:password.problems.too_long", { count: MOST_CHARACTERS });
    return t(`security:password.problems.${problem}`);
  });
}

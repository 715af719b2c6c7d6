import { THEMES, type Theme } from "../interests/riasec.ts";
import { NEW_DAYS } from "../listings/freshness.ts";
import { usualAges } from "../opportunities/eligibility.ts";
import type { Need } from "../people/student-profile.ts";
import { choiceReason, type ChoiceReason } from "./choices.ts";
import { moreReason, WORTH_OF_MORE } from "./likeness.ts";
import { bitOf, DAY, inSmallLetters, languagesOf, type MatchIndex } from "./match-index.ts";
import { UNKNOWN_PLACE_WORTH, wayTo, type Way } from "./reach.ts";
import { AT, NEUTRAL_INTEREST, type Prepared } from "./terms.ts";

/**
 * Why a listing is shown, in words a catalog can say. Each comes from the term that added to its score; those of TO_MIND
 * are no reasons of the score but what to know before one goes.
 */
export type Reason =
  | ChoiceReason
  | { kind: "theme"; themes: Theme[] }
  /** What marks the work of a stretch, beside what the learner likes. */
  | { kind: "outside"; themes: Theme[] }
  | { kind: "skills"; skills: string[] }
  /** "More like this": a cluster's or a kind's code. */
  | { kind: "more"; code: string }
  | { kind: "brings"; need: Need }
  | { kind: "speaks"; language: string }
  | { kind: "distance"; miles: number; by?: Way }
  | { kind: "remote" }
  | { kind: "grade"; grade: number }
  | { kind: "age"; from: number }
  | { kind: "groups"; groups: string[] }
  | { kind: "when"; when: string[] }
  | { kind: "closes"; days: number }
  | { kind: "new" }
  | { kind: "checked"; days: number }
  /** Fewer opened it than others of the list. */
  | { kind: "little_seen" };

export const TO_MIND: ReadonlySet<Reason["kind"]> = new Set(["outside", "grade", "age", "groups", "closes"]);

const SOON_DAYS = 30;
const CHECKED_DAYS = 14;
/** Seen by so small a part of what is usual. */
const LITTLE_SEEN = 0.25;

export interface Told {
  prepared: Prepared;
  worths: Float64Array;
  stretch: boolean;
}

/** In the order they are told: what you chose, what you like, then what makes it doable. */
export function reasonsFor(index: MatchIndex, row: number, told: Told): Reason[] {
  const { learner, now } = told.prepared;
  const reasons = [...whatYouChose(index, row, told), ...whatYouLike(index, row, told)];
  reasons.push(...whatYouNeed(index, row, told));
  reasons.push(...whereItIs(index, row, told), ...whatToMind(index, row, told));
  const listing = index.listings[row]!;
  const when = listing.when.filter((time) => learner.when.includes(time));
  if (when.length > 0) reasons.push({ kind: "when", when });
  const closesIn = Math.floor((index.lastInstant[row]! - now) / DAY);
  if (closesIn <= SOON_DAYS) reasons.push({ kind: "closes", days: closesIn });
  const checked = Math.max(0, Math.floor((now - index.confirmedAt[row]!) / DAY));
  if (now - index.publishedAt[row]! <= NEW_DAYS * DAY) reasons.push({ kind: "new" });
  else if (checked <= CHECKED_DAYS) reasons.push({ kind: "checked", days: checked });
  if (reasons.at(-1)?.kind !== "new" && listing.seen < index.usuallySeen * LITTLE_SEEN)
    reasons.push({ kind: "little_seen" });
  return reasons;
}

function* whatYouChose(index: MatchIndex, row: number, { prepared, worths }: Told): Iterable<Reason> {
  const { learner, choices } = prepared;
  if (choices && worths[AT.choice]! > 0) yield choiceReason(index, row, learner, choices);
  const wish = worths[AT.likeness] === WORTH_OF_MORE ? moreReason(index, row, learner) : undefined;
  if (wish) yield { kind: "more", code: wish };
}

function* whatYouLike(index: MatchIndex, row: number, { prepared, worths, stretch }: Told): Iterable<Reason> {
  const { learner, shape } = prepared;
  const liked = learner.interests?.top ?? [];
  const marks = THEMES.filter((theme) => (index.marks[row]! & bitOf(theme)) !== 0);
  // Both above their own mean or both below, so that their product added to the correlation.
  const adds = (theme: Theme) => {
    const at = THEMES.indexOf(theme);
    return (
      shape !== null &&
      worths[AT.interest]! > NEUTRAL_INTEREST &&
      shape[at]! * index.shapes[row * THEMES.length + at]! > 0
    );
  };
  const themes = stretch
    ? marks.filter((theme) => !liked.includes(theme))
    : liked.filter((theme) => marks.includes(theme) && adds(theme));
  if (themes.length > 0) yield { kind: stretch ? "outside" : "theme", themes };
  if (worths[AT.skills]! > 0) {
    const theirs = new Set(learner.skills.map(inSmallLetters));
    const shared = index.listings[row]!.skills.filter((skill) => theirs.has(inSmallLetters(skill)));
    yield { kind: "skills", skills: shared };
  }
}

function* whatYouNeed(index: MatchIndex, row: number, { prepared: { learner }, worths }: Told): Iterable<Reason> {
  const { brings, languages } = index.listings[row]!;
  if (worths[AT.needs]! > 0)
    for (const need of learner.needs) if (brings.includes(need)) yield { kind: "brings", need };
  if (worths[AT.languages]! > 0)
    for (const language of learner.languages)
      if (languages.includes(language) && languagesOf([language]) !== 0) yield { kind: "speaks", language };
}

/** A place so far away that one not known would be worth more is no reason; the card says the distance anyway. */
function* whereItIs(index: MatchIndex, row: number, { prepared, worths }: Told): Iterable<Reason> {
  if (worths[AT.distance]! <= UNKNOWN_PLACE_WORTH) return;
  if (index.remote[row] === 1) yield { kind: "remote" };
  else {
    const square = prepared.squares![row]!;
    const by = wayTo(index, row, square, prepared.reach);
    yield { kind: "distance", miles: Math.round(Math.sqrt(square) * 10) / 10, ...(by && { by }) };
  }
}

function* whatToMind(index: MatchIndex, row: number, { prepared: { learner } }: Told): Iterable<Reason> {
  const { ageMin, onlyGroups } = index.listings[row]!;
  if (learner.grade !== null) {
    yield { kind: "grade", grade: learner.grade };
    const mayBeYounger = learner.age === null && learner.born === null;
    if (mayBeYounger && (ageMin ?? 0) > usualAges(learner.grade)[0]) yield { kind: "age", from: ageMin ?? 0 };
  }
  if (onlyGroups.length > 0) yield { kind: "groups", groups: [...onlyGroups] };
}

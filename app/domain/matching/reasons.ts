import { THEMES, type Theme } from "../interests/riasec.ts";
import { usualAges } from "../opportunities/eligibility.ts";
import type { Learner } from "./learner.ts";
import { bitOf, type MatchIndex } from "./match-index.ts";

/** Why a listing is shown, in words a catalog can say. `age` and `closes` also tell what to mind. */
export type Reason =
  | { kind: "pathway"; slug: string }
  | { kind: "cluster"; code: string }
  | { kind: "theme"; themes: Theme[] }
  /** What marks the work of a stretch, beside what the learner likes. */
  | { kind: "outside"; themes: Theme[] }
  | { kind: "distance"; miles: number }
  | { kind: "remote" }
  | { kind: "grade"; grade: number }
  | { kind: "age"; from: number }
  | { kind: "when"; when: string[] }
  | { kind: "closes"; days: number }
  | { kind: "new" }
  | { kind: "checked"; days: number };

export const DAY = 86_400_000;
const SOON_DAYS = 30;
export const NEW_DAYS = 7;
const CHECKED_DAYS = 14;

export interface Told {
  learner: Learner;
  /** NaN: not known. */
  miles: number;
  /** Milliseconds. */
  now: number;
  stretch: boolean;
}

/** In the order they are told: what you chose, what you like, then what makes it doable. */
export function reasonsFor(index: MatchIndex, row: number, { learner, miles, now, stretch }: Told): Reason[] {
  const listing = index.listings[row]!;
  const reasons: Reason[] = [];
  const pathway = learner.pathways.find(({ slug }) => listing.pathways.includes(slug));
  if (pathway) reasons.push({ kind: "pathway", slug: pathway.slug });
  const cluster = learner.clusters.find((code) => listing.subClusters.some((sub) => sub.startsWith(code.slice(0, 4))));
  if (cluster) reasons.push({ kind: "cluster", code: cluster });
  const liked = learner.interests?.top ?? [];
  const marks = THEMES.filter((theme) => (index.marks[row]! & bitOf(theme)) !== 0);
  const themes = stretch
    ? marks.filter((theme) => !liked.includes(theme))
    : liked.filter((theme) => marks.includes(theme));
  if (themes.length > 0) reasons.push({ kind: stretch ? "outside" : "theme", themes });
  if (listing.remote) reasons.push({ kind: "remote" });
  else if (!Number.isNaN(miles)) reasons.push({ kind: "distance", miles: Math.round(miles * 10) / 10 });
  if (learner.grade !== null) {
    reasons.push({ kind: "grade", grade: learner.grade });
    if ((listing.ageMin ?? 0) > usualAges(learner.grade)[0]) reasons.push({ kind: "age", from: listing.ageMin ?? 0 });
  }
  const when = listing.when.filter((time) => learner.when.includes(time));
  if (when.length > 0) reasons.push({ kind: "when", when });
  const closesIn = Math.floor((index.lastInstant[row]! - now) / DAY);
  if (closesIn <= SOON_DAYS) reasons.push({ kind: "closes", days: closesIn });
  const checked = Math.max(0, Math.floor((now - index.confirmedAt[row]!) / DAY));
  if (now - index.publishedAt[row]! <= NEW_DAYS * DAY) reasons.push({ kind: "new" });
  else if (checked <= CHECKED_DAYS) reasons.push({ kind: "checked", days: checked });
  return reasons;
}

import type { Applicant } from "../opportunities/eligibility.ts";
import type { Travel } from "../interests/interest-profile.ts";
import type { Scores, Theme } from "../interests/riasec.ts";

/** What a reader told, as far as it bears on matching. Everything is optional; what was not told does not count. */
export interface Learner extends Applicant {
  /** Null when nothing was answered or no theme stands out. */
  interests: { scores: Scores; top: readonly Theme[] } | null;
  /** Codes of career clusters. */
  clusters: readonly string[];
  pathways: readonly { slug: string; subClusters: readonly string[] }[];
  schoolId: string | null;
  /** The district's groups they are in, in its words; empty: said nothing. */
  groups: readonly string[];
  point: { latitude: number; longitude: number } | null;
  withinMiles: number | null;
  travel: readonly Travel[];
  /** When the learner could go; empty: said nothing. */
  when: readonly string[];
  /** What they are good at, in the words of listings. */
  skills: readonly string[];
  /** "More like this" and "less like this": codes of clusters, or of kinds for what has no cluster. */
  more: readonly string[];
  less: readonly string[];
}

/** Who told nothing. */
export const NOBODY: Learner = {
  interests: null,
  clusters: [],
  pathways: [],
  grade: null,
  age: null,
  born: null,
  schoolId: null,
  groups: [],
  point: null,
  withinMiles: null,
  travel: [],
  when: [],
  skills: [],
  more: [],
  less: [],
};

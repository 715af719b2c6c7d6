import type { Applicant } from "../opportunities/eligibility.ts";
import type { Travel } from "../interests/interest-profile.ts";
import type { Scores, Theme } from "../interests/riasec.ts";
import type { Need } from "../people/student-profile.ts";

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
  /** What it has to bring. */
  needs: readonly Need[];
  /** Codes of the languages they speak. */
  languages: readonly string[];
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
  needs: [],
  languages: [],
  more: [],
  less: [],
};

/** Whether they told what they like or chose; without it every listing that is open to them fits as well as any other. */
export const toldWhatFits = ({ interests, clusters, pathways }: Learner) =>
  interests !== null || clusters.length + pathways.length > 0;

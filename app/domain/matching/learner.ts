import type { Scores, Theme } from "../interests/riasec.ts";

/** What a reader told, as far as it bears on matching. Everything is optional; what was not told does not count. */
export interface Learner {
  /** Null when nothing was answered or no theme stands out. */
  interests: { scores: Scores; top: readonly Theme[] } | null;
  /** Codes of career clusters. */
  clusters: readonly string[];
  pathways: readonly { slug: string; subClusters: readonly string[] }[];
  /** 0 (kindergarten) to 12. */
  grade: number | null;
  schoolId: string | null;
  point: { latitude: number; longitude: number } | null;
  withinMiles: number | null;
  /** When the learner could go; empty: said nothing. */
  when: readonly string[];
}

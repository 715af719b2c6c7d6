import { meanScores, shapeOf, THEMES, type Scores, type Theme } from "./riasec.ts";

const MOST = 2;

/**
 * The themes of interest that lead to some kinds of work: those that stand out most of their mean profile, at most two.
 * By its shape, as people are compared with work (`riasec.ts`).
 */
export function leadingThemes(work: readonly { scores: Scores }[]): Theme[] {
  const mean = meanScores(work.map(({ scores }) => scores));
  if (!mean) return [];
  const shape = shapeOf(mean);
  return THEMES.map((theme, i) => ({ theme, height: shape[i] ?? 0 }))
    .filter(({ height }) => height > 0)
    .sort((a, b) => b.height - a.height)
    .slice(0, MOST)
    .map(({ theme }) => theme);
}

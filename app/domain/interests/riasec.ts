/**
 * Holland's six themes of interest, in the order of his hexagon: neighbors are alike, opposites are not. A learner and a
 * kind of work are compared by the shape of their profiles, never by their height: work scores high on Realistic and
 * Conventional nearly everywhere, and some people like everything.
 */
export const THEMES = ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"] as const;
export type Theme = (typeof THEMES)[number];
export type Scores = Record<Theme, number>;

/** Scores whose highest and lowest lie closer than this have no shape. */
const FLAT = 1e-9;

export const asVector = (scores: Scores): number[] => THEMES.map((theme) => scores[theme]);
/** A number a theme, in the order of THEMES. */
export type Shape = [number, number, number, number, number, number];

/** Around its own mean and of length 1, so that a dot product of two is their correlation; all zeros when flat. */
export function shapeOf(scores: Scores): Shape {
  const vector = asVector(scores);
  const mean = vector.reduce((a, b) => a + b, 0) / vector.length;
  const centered = vector.map((score) => score - mean);
  const length = Math.hypot(...centered);
  return centered.map((score) => (length < FLAT ? 0 : score / length)) as Shape;
}

/** Pearson correlation of the six scores, -1 to 1; 0 when either is flat, which says nothing either way. */
export function correlation(a: Scores, b: Scores): number {
  const other = shapeOf(b);
  return shapeOf(a).reduce((total, score, i) => total + score * (other[i] ?? 0), 0);
}

/** Of several profiles, weighing the same; null of none. */
export function meanScores(profiles: readonly Scores[]): Scores | null {
  if (profiles.length === 0) return null;
  const mean = (theme: Theme) => profiles.reduce((total, scores) => total + scores[theme], 0) / profiles.length;
  return Object.fromEntries(THEMES.map((theme) => [theme, mean(theme)])) as Scores;
}

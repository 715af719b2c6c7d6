/** The forms an opportunity is written in, one after the other. */
export const STEPS = [
  "basics",
  "what",
  "when",
  "shifts",
  "where",
  "sites",
  "who",
  "safety",
  "asking",
  "spanish",
] as const;
export type Step = (typeof STEPS)[number];
export const isStep = (word: string | null): word is Step => STEPS.some((step) => step === word);
/** Null after the last. */
export const stepAfter = (step: Step): Step | null => STEPS[STEPS.indexOf(step) + 1] ?? null;

/** In the order a reader decides by. */
export const FACTS = [
  "summary",
  "description",
  "tasks",
  "who",
  "schedule",
  "days",
  "hours",
  "dates",
  "closesOn",
  "places",
  "pay",
  "setting",
  "address",
  "transport",
  "access",
  "languages",
  "skills",
  "requirements",
  "howToAsk",
] as const;

export type Fact = (typeof FACTS)[number];
/** `contact` is for the district only. */
export type ContentFacts = Record<Fact | "contact", string | null> & { title: string };

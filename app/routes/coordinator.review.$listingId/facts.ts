/** In the order a reader decides by. */
export const FACTS = [
  "summary",
  "description",
  "tasks",
  "who",
  "schedule",
  "days",
  "hours",
  "shifts",
  "dates",
  "closesOn",
  "places",
  "pay",
  "cost",
  "clearance",
  "setting",
  "address",
  "otherSites",
  "transport",
  "access",
  "languages",
  "skills",
  "requirements",
  "documents",
  "questions",
  "howToAsk",
] as const;

export type Fact = (typeof FACTS)[number];
/** `contact` is for the district only. */
export type ContentFacts = Record<Fact | "contact", string | null> & { title: string };

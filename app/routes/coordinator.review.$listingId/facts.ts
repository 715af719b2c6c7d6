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
  "titleEs",
  "summaryEs",
  "descriptionEs",
  "requirementsEs",
] as const;

const SPANISH: readonly string[] = ["titleEs", "summaryEs", "descriptionEs", "requirementsEs"];
/** Beside the English, where the partner wrote it. */
export const isSpanish = (fact: string) => SPANISH.includes(fact);

export type Fact = (typeof FACTS)[number];
/** `contact` is for the district only. */
export type ContentFacts = Record<Fact | "contact", string | null> & { title: string };

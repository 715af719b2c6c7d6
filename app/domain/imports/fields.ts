/** What a column of a file may feed. */
export const FIELDS = [
  "externalId",
  "title",
  "organization",
  "summary",
  "description",
  "tasks",
  "requirements",
  "category",
  "skills",
  "kind",
  "pay",
  "setting",
  "places",
  "startsOn",
  "endsOn",
  "closesOn",
  "schedule",
  "hoursPerWeek",
  "ages",
  "grades",
  "location",
  "street",
  "city",
  "state",
  "zip",
  "latitude",
  "longitude",
  "howToAsk",
  "link",
  "contactName",
  "contactEmail",
  "contactPhone",
] as const;
export type Field = (typeof FIELDS)[number];

/** Without these no row can arrive. */
export const REQUIRED_FIELDS = ["title", "organization"] as const satisfies readonly Field[];

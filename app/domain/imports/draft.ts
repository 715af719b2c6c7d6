import type { OpportunityContent } from "../opportunities/opportunity.ts";

/** Where a row's point came from: its own columns, the pair inside its address, or its ZIP code. */
export const POINT_SOURCES = ["columns", "location", "zip"] as const;
export type PointSource = (typeof POINT_SOURCES)[number];

/** A row as it will be written. */
export interface Draft {
  row: number;
  /** The source's own id, else a stable one made of organization, title and place. */
  externalId: string;
  organization: string;
  /** Helps to guess sub-clusters; not kept. */
  category: string | null;
  pointFrom: PointSource | null;
  content: OpportunityContent;
}

/** What a row that says nothing becomes. */
export const EMPTY_CONTENT: OpportunityContent = {
  kind: null,
  title: "",
  summary: null,
  description: null,
  tasks: null,
  language: "en",
  places: null,
  schedule: null,
  days: [],
  startTime: null,
  endTime: null,
  hoursPerWeek: null,
  startsOn: null,
  endsOn: null,
  closesOn: null,
  ageMin: null,
  ageMax: null,
  gradeMin: null,
  gradeMax: null,
  pay: null,
  payDetail: null,
  earnsCredit: false,
  setting: null,
  street: null,
  city: null,
  state: null,
  zip: null,
  latitude: null,
  longitude: null,
  transport: [],
  transportDetail: null,
  access: [],
  languages: [],
  skills: [],
  subClusters: [],
  subClustersSuggested: false,
  requirements: null,
  howToAsk: null,
  contactName: null,
  contactEmail: null,
  contactPhone: null,
};

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

import { useOutletContext } from "@remix-run/react";
import type { Placing } from "#app/domain/listings/placing.ts";
import type { ListingState } from "#app/domain/listings/lifecycle.ts";
import type { ReasonTemplate } from "#app/domain/listings/reason-templates.ts";

/** What stays text on its way from the loader. */
interface Choice {
  value: string;
  label: string;
}

export interface SaidDecision {
  decision: "approved" | "changes_requested" | "declined";
  /** Null: a coordinator whose account is deleted. */
  reviewer: string | null;
  isMine: boolean;
  /** In words: day and time in the district's zone. */
  at: string;
  note: string | null;
}

/** What the page of a review hands the forms shown inside it. */
export interface ReviewOutlet {
  listingId: string;
  /** Of the listing as it is shown: a form that sends an older one is refused. */
  version: number;
  state: ListingState;
  awaiting: boolean;
  /** Was closed after readers had seen it. */
  mayReopen: boolean;
  isEdit: boolean;
  /** The sub-clusters were guessed by a program and nobody looked at them. */
  suggested: boolean;
  /** The checked pathways are those that fit, not yet a coordinator's choice. */
  pathwaysSuggested: boolean;
  /** Today in the district's zone. */
  today: string;
  /** The first day on the list that whoever said yes first chose. */
  publishOn: string | null;
  placing: Placing;
  /** Labels the district offers; others may be typed. */
  labels: string[];
  choices: { pathways: Choice[]; schools: Choice[]; clusters: { code: string; name: string; options: Choice[] }[] };
  /** The query of the queue one came from. */
  back: string;
  templates: ReasonTemplate[];
  /** What one yes is worth where two have to agree; null: it publishes. */
  seconding: { stage: "first" | "mine" | "second"; who: string | null } | null;
  latest: SaidDecision | null;
  /** Who took it off the list for now, when and why. */
  paused: { who: string | null; at: string; note: string | null } | null;
}

export const useReviewOutlet = () => useOutletContext<ReviewOutlet>();

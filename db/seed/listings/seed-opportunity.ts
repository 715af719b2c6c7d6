import type { reviews } from "../../schema/listings.ts";
import type { OpportunityContent } from "../../schema/opportunities.ts";
import type { PartnerName } from "../partners/partners.ts";
import type { DistrictName, Site } from "../partners/seed-organization.ts";
import type { schools } from "../schools.ts";
import type { SubClusterName } from "../sub-cluster-codes.ts";

type Day = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
/** Codes as in the vocabulary of kinds. */
type Kind =
  | "PaidInternship"
  | "UnpaidInternship"
  | "NonPaidInternship"
  | "Mentorship"
  | "ServiceLearning"
  | "JobShadowing"
  | "Apprenticeship"
  | "PreApprenticeship"
  | "WorksiteTour"
  | "GuestSpeaker"
  | "InformationalInterview"
  | "IndustryProject"
  | "ClinicalWork"
  | "CooperativeEducation"
  | "OnTheJob"
  | "DualEnrollment"
  | "Entrepreneurship"
  | "SchoolBasedEnterprise"
  | "SimulatedWorksite"
  | "SupervisedAgricultural"
  | "Other";
type Review = typeof reviews.$inferInsert;

/** Days from now. `starts` moves forward to the first of the opportunity's `days`. */
export interface RelativeDates {
  starts?: number;
  /** Left out: no end, or, with `oneDay`, the day it starts on. */
  ends?: number;
  oneDay?: true;
  closes?: number;
}

interface Curation {
  labels?: readonly string[];
  noteToReaders?: string;
  /** Kept to the learners of these schools. */
  schools?: readonly (keyof typeof schools)[];
}

type Published = {
  state: "published";
  edit?: { ago: number; content: Partial<OpportunityContent> };
  /** Its place among the featured, since two days ago. */
  featured?: number;
  /** Days since its partner last spoke for it, where that matters. */
  confirmed?: number;
} & Curation;

/** Where a listing stands in one district and how it came there; `ago` counts days. */
export type Offer = { district: DistrictName } & (
  | { state: "draft" }
  | { state: "submitted"; ago: number }
  | { state: "changes_requested"; ago: number; note: string }
  | { state: "declined"; ago: number; reasonCode: NonNullable<Review["reasonCode"]>; note: string }
  | ({ state: "approved"; publishIn: number } & Curation)
  | Published
  | { state: "closed"; ago: number; reason: "filled" | "withdrawn" }
  | { state: "expired"; why: "over" | "unconfirmed" }
  | { state: "suspended"; ago: number; note: string }
);

/** One opportunity as the seed's author writes it; what is left out follows from the organization. */
export interface SeedOpportunity {
  /** Number of its fixed ids: never changes, never used twice. */
  n: number;
  by: PartnerName;
  kind: Kind;
  title: string;
  summary: string;
  description: string;
  tasks: readonly string[];
  /** Left out: English. */
  language?: "es";
  /** What the partner wrote in Spanish beside its English. */
  spanish?: { title: string; summary: string; description: string; requirements?: string };
  places: number;
  schedule: string;
  days?: readonly Day[];
  /** First and last hour, `HH:MM`. */
  time?: readonly [string, string];
  hoursPerWeek?: number;
  dates: RelativeDates | "summer";
  /** Youngest and, if there is one, oldest. */
  ages?: readonly [number, number?];
  grades: readonly [number, number];
  pay: NonNullable<OpportunityContent["pay"]>;
  payDetail?: string;
  earnsCredit?: true;
  /** Left out: service learning does. */
  serviceHours?: boolean;
  /** What it costs and who can help; left out: nothing. */
  cost?: string;
  /** Left out: none. */
  clearance?: "needed";
  setting?: "remote" | "hybrid";
  /** When it is not at the organization's own address. */
  place?: Pick<OpportunityContent, "street" | "city" | "state" | "zip" | "latitude" | "longitude">;
  transport?: Site["transport"];
  busStop?: string;
  transportDetail?: string;
  access?: Site["access"];
  languages?: readonly string[];
  skills: readonly string[];
  fits: readonly SubClusterName[];
  requirements?: string;
  howToAsk: string;
  /** Left out: published in the organization's own district. */
  offers?: readonly Offer[];
}

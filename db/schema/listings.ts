import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf, updatedAt } from "./columns.ts";
import { districts } from "./districts.ts";
import { opportunities, opportunityRevisions } from "./opportunities.ts";
import { users } from "./people.ts";

const LISTING_STATES = [
  "draft",
  "submitted",
  "changes_requested",
  "declined",
  "approved",
  "published",
  "closed",
  "expired",
  "suspended",
] as const;
const DECISIONS = ["approved", "changes_requested", "declined"] as const;
const REASONS = ["incomplete", "not_for_minors", "not_local", "duplicate", "partnership", "unclear", "other"] as const;

/** One opportunity on one district's list: its review, the district's labels, its dates. */
export const listings = pgTable(
  "listings",
  {
    id: id(),
    opportunityId: uuid("opportunity_id")
      .notNull()
      .references(() => opportunities.id),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    state: text("state", { enum: LISTING_STATES }).notNull().default("draft"),
    /** Stable part of the public address; never reused within a district. */
    slug: text("slug").notNull(),
    /** What a coordinator is asked to decide on. */
    submittedRevisionId: uuid("submitted_revision_id").references(() => opportunityRevisions.id),
    /** What learners see. */
    publishedRevisionId: uuid("published_revision_id").references(() => opportunityRevisions.id),
    labels: text("labels")
      .array()
      .notNull()
      .default(sql`'{}'`),
    pathwayIds: uuid("pathway_ids")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** The district's own sub-clusters; null: those of the partner's text. */
    subClusters: text("sub_clusters").array(),
    /** Schools it is kept to; empty: open to all of the district's learners. */
    schoolIds: uuid("school_ids")
      .array()
      .notNull()
      .default(sql`'{}'`),
    noteToReaders: text("note_to_readers"),
    submittedAt: at("submitted_at"),
    /** Approved, but not shown before this day. */
    publishOn: date("publish_on", { mode: "string" }),
    publishedAt: at("published_at"),
    /** Last day on which learners can ask, in the district's zone. */
    closesOn: date("closes_on", { mode: "string" }),
    closedAt: at("closed_at"),
    closedReason: text("closed_reason", { enum: ["filled", "withdrawn"] }),
    /** When the partner last said "still true". */
    confirmedAt: at("confirmed_at"),
    /** Grows with each change; a stale search document or a stale form is told by it. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique("listings_slug").on(t.districtId, t.slug),
    // Renewing copies a listing, so an opportunity may have many ended listings but one that is alive.
    uniqueIndex("listings_alive")
      .on(t.opportunityId, t.districtId)
      .where(sql`${t.state} not in ('closed', 'expired', 'declined')`),
    index("listings_queue").on(t.districtId, t.state, t.submittedAt),
    oneOf("listings_state", t.state, LISTING_STATES),
    oneOf("listings_closed_reason", t.closedReason, ["filled", "withdrawn"]),
  ],
);

/** A doubt that took a listing off the list, until it was restored or closed. */
export const suspensions = pgTable(
  "suspensions",
  {
    id: id(),
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listings.id),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    /** Null once the coordinator's account is deleted. */
    suspendedBy: uuid("suspended_by").references(() => users.id, { onDelete: "set null" }),
    suspendedAt: at("suspended_at").notNull(),
    note: text("note").notNull(),
  },
  (t) => [index("suspensions_listing").on(t.listingId)],
);

/** A coordinator's decision on what a partner submitted; final for that submission. */
export const reviews = pgTable(
  "reviews",
  {
    id: id(),
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listings.id),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    revisionId: uuid("revision_id").references(() => opportunityRevisions.id),
    /** Null once the coordinator's account is deleted. */
    reviewerId: uuid("reviewer_id").references(() => users.id, { onDelete: "set null" }),
    decision: text("decision", { enum: DECISIONS }).notNull(),
    reasonCode: text("reason_code", { enum: REASONS }),
    note: text("note"),
    decidedAt: at("decided_at").notNull(),
  },
  (t) => [
    index("reviews_listing").on(t.listingId),
    oneOf("reviews_decision", t.decision, DECISIONS),
    oneOf("reviews_reason", t.reasonCode, REASONS),
  ],
);

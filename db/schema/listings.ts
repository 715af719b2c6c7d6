import { sql } from "drizzle-orm";
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
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
const REPORT_REASONS = ["not_offered", "wrong", "unsafe", "unfair", "other"] as const;
const REPORT_DECISIONS = ["dismissed", "mended", "suspended"] as const;
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
    /** Grades it is kept to by the district; empty: those of the partner's text. */
    onlyGrades: integer("only_grades")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Groups of learners it is kept to, in the district's words: "Health academy". */
    onlyGroups: text("only_groups")
      .array()
      .notNull()
      .default(sql`'{}'`),
    noteToReaders: text("note_to_readers"),
    featuredAt: at("featured_at"),
    /** Its place among the featured on the district's front page, from 1. */
    featuredPosition: integer("featured_position"),
    /** The coordinator whose it is to review. */
    assignedTo: uuid("assigned_to").references(() => users.id, { onDelete: "set null" }),
    /** Who has it open, so that two do not do the same work. */
    inReviewBy: uuid("in_review_by").references(() => users.id, { onDelete: "set null" }),
    inReviewAt: at("in_review_at"),
    /** Where two pairs of eyes are asked for, the first who said yes. */
    secondedBy: uuid("seconded_by").references(() => users.id, { onDelete: "set null" }),
    /** The ended listing it continues; what learners did there stays there. */
    renewedFromId: uuid("renewed_from_id").references((): AnyPgColumn => listings.id),
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
    /** When it was last asked whether it is still true, and how often it was reminded since. */
    confirmationAskedAt: at("confirmation_asked_at"),
    confirmationReminders: integer("confirmation_reminders").notNull().default(0),
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
    index("listings_opportunity").on(t.opportunityId),
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

/** Several listings decided at once, and how they stood before, so that it can be undone for ten minutes. */
export const bulkDecisions = pgTable(
  "bulk_decisions",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    decidedBy: uuid("decided_by").references(() => users.id, { onDelete: "set null" }),
    /** The verb, `approve`, `decline`, `label`, `assign`. */
    verb: text("verb").notNull(),
    before: jsonb("before").$type<Record<string, unknown>[]>().notNull(),
    decidedAt: at("decided_at").notNull(),
    undoneAt: at("undone_at"),
  },
  (t) => [index("bulk_decisions_district").on(t.districtId, t.decidedAt)],
);

/** A coordinator's own way to look at a table, by its name. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The address' query: filters, order, table or cards. */
    query: text("query").notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("saved_views_name").on(t.userId, t.districtId, t.name)],
);

/** Words a district uses again and again when it declines or asks for changes. */
export const reasonTemplates = pgTable(
  "reason_templates",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    decision: text("decision", { enum: DECISIONS }).notNull(),
    reasonCode: text("reason_code", { enum: REASONS }),
    name: text("name").notNull(),
    text: text("text").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("reason_templates_name").on(t.districtId, t.decision, t.name),
    oneOf("reason_templates_decision", t.decision, DECISIONS),
    oneOf("reason_templates_reason", t.reasonCode, REASONS),
  ],
);

/** A reader says that something is wrong with a listing; nothing about the reader is kept. */
export const readerReports = pgTable(
  "reader_reports",
  {
    id: id(),
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listings.id),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    reason: text("reason", { enum: REPORT_REASONS }).notNull(),
    text: text("text"),
    reportedAt: at("reported_at").notNull(),
    decision: text("decision", { enum: REPORT_DECISIONS }),
    decidedBy: uuid("decided_by").references(() => users.id, { onDelete: "set null" }),
    decidedAt: at("decided_at"),
  },
  (t) => [
    index("reader_reports_listing").on(t.listingId),
    index("reader_reports_open")
      .on(t.districtId, t.reportedAt)
      .where(sql`${t.decision} is null`),
    oneOf("reader_reports_reason", t.reason, REPORT_REASONS),
    oneOf("reader_reports_decision", t.decision, REPORT_DECISIONS),
  ],
);

/** How often a listing's page was opened on a day of its district; nobody is told apart. */
export const listingViews = pgTable(
  "listing_views",
  {
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listings.id),
    day: date("day", { mode: "string" }).notNull(),
    seen: integer("seen").notNull(),
  },
  (t) => [primaryKey({ columns: [t.listingId, t.day] })],
);

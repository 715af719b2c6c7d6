import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
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
import { at, createdAt, id, oneOf } from "./columns.ts";
import { districts } from "./districts.ts";
import { pictures, privateFiles } from "./files.ts";
import { users } from "./people.ts";

const SECTORS = [
  "business",
  "higher_education",
  "local_government",
  "recreation",
  "juvenile_justice",
  "faith_based",
  "health",
  "nonprofit",
  "labor",
  "other",
] as const;
const DOCUMENT_KINDS = ["agreement", "insurance", "clearance", "orientation", "other"] as const;
const CONTACTS = ["note", "call", "mail", "visit"] as const;
const MEMBERSHIP_DECISIONS = ["approved", "declined"] as const;
const PARTNERSHIP_STATUSES = ["requested", "approved", "declined", "suspended"] as const;
const PARTNERSHIP_DECLINES = ["not_local", "not_for_students", "incomplete", "duplicate", "other"] as const;

const words = (name: string) =>
  text(name)
    .array()
    .notNull()
    .default(sql`'{}'`);

/** A partner of districts: a business, a college, a community organization. */
export const organizations = pgTable(
  "organizations",
  {
    id: id(),
    name: text("name").notNull(),
    sector: text("sector", { enum: SECTORS }).notNull(),
    about: text("about"),
    website: text("website"),
    street: text("street"),
    city: text("city"),
    state: text("state"),
    zip: text("zip"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    logoId: uuid("logo_id").references(() => pictures.id),
    /** Spoken there, codes of `SPOKEN_LANGUAGES`. */
    languages: words("languages"),
    /** What is there for people with disabilities, codes of `ACCESS`. */
    access: words("access"),
    /** The organization that it turned out to be; one that was merged is shown nowhere. */
    mergedIntoId: uuid("merged_into_id").references((): AnyPgColumn => organizations.id),
    /** Grows with each change of the profile, so that of two tabs the later one is told. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [oneOf("organizations_sector", t.sector, SECTORS), index("organizations_name").on(t.name)],
);

/** A place of an organization that its opportunities can be at. */
export const organizationSites = pgTable(
  "organization_sites",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    name: text("name").notNull(),
    street: text("street"),
    city: text("city"),
    state: text("state"),
    zip: text("zip"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    createdAt: createdAt(),
  },
  (t) => [unique("organization_sites_name").on(t.organizationId, t.name)],
);

/** Two organizations that turned out to be one, and everything that moved, so that it can be undone. */
export const organizationMerges = pgTable(
  "organization_merges",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    fromId: uuid("from_id")
      .notNull()
      .references(() => organizations.id),
    intoId: uuid("into_id")
      .notNull()
      .references(() => organizations.id),
    moved: jsonb("moved").$type<Record<string, unknown>>().notNull(),
    mergedBy: uuid("merged_by").references(() => users.id, { onDelete: "set null" }),
    mergedAt: at("merged_at").notNull(),
    undoneBy: uuid("undone_by").references(() => users.id, { onDelete: "set null" }),
    undoneAt: at("undone_at"),
  },
  (t) => [index("organization_merges_district").on(t.districtId)],
);

/** A person who acts for an organization. */
export const memberships = pgTable(
  "memberships",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    role: text("role", { enum: ["owner", "member"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.organizationId] }),
    oneOf("memberships_role", t.role, ["owner", "member"]),
  ],
);

/** A person who found their organization here already and asks to act for it; an owner or a coordinator decides. */
export const membershipRequests = pgTable(
  "membership_requests",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    requestedAt: at("requested_at").notNull(),
    decision: text("decision", { enum: MEMBERSHIP_DECISIONS }),
    decidedBy: uuid("decided_by").references(() => users.id, { onDelete: "set null" }),
    decidedAt: at("decided_at"),
  },
  (t) => [
    uniqueIndex("membership_requests_open")
      .on(t.userId, t.organizationId)
      .where(sql`${t.decision} is null`),
    index("membership_requests_organization").on(t.organizationId),
    oneOf("membership_requests_decision", t.decision, MEMBERSHIP_DECISIONS),
  ],
);

/** An organization's standing with one district; a district vets for itself, approvals never travel. */
export const partnerships = pgTable(
  "partnerships",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    status: text("status", { enum: PARTNERSHIP_STATUSES }).notNull(),
    requestedBy: uuid("requested_by").references(() => users.id, { onDelete: "set null" }),
    requestedAt: at("requested_at"),
    vettedBy: uuid("vetted_by").references(() => users.id, { onDelete: "set null" }),
    vettedAt: at("vetted_at"),
    /** Last day in the district's zone on which the approval holds; null: until it is ended. */
    inForceUntil: date("in_force_until", { mode: "string" }),
    /** Why it was declined; null in every other state. */
    declineReason: text("decline_reason", { enum: PARTNERSHIP_DECLINES }),
    note: text("note"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("partnerships_pair").on(t.organizationId, t.districtId),
    oneOf("partnerships_status", t.status, PARTNERSHIP_STATUSES),
    oneOf("partnerships_decline_reason", t.declineReason, PARTNERSHIP_DECLINES),
  ],
);

/** A step of a district's own vetting: what must be done or seen before it approves a partner. */
export const vettingSteps = pgTable(
  "vetting_steps",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    name: text("name").notNull(),
    /** Null: `name` is said in both languages. */
    nameEs: text("name_es"),
    /** The document that proves it; null: a coordinator's word is enough. */
    documentKind: text("document_kind", { enum: DOCUMENT_KINDS }),
    /** Approval is refused while it is open. */
    isRequired: boolean("is_required").notNull().default(true),
    position: integer("position").notNull(),
    /** No longer asked of new partners. */
    retiredAt: at("retired_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("vetting_steps_district").on(t.districtId),
    oneOf("vetting_steps_document_kind", t.documentKind, DOCUMENT_KINDS),
  ],
);

/** A step of the vetting that was done for one partner. */
export const vettingMarks = pgTable(
  "vetting_marks",
  {
    partnershipId: uuid("partnership_id")
      .notNull()
      .references(() => partnerships.id),
    stepId: uuid("step_id")
      .notNull()
      .references(() => vettingSteps.id),
    doneBy: uuid("done_by").references(() => users.id, { onDelete: "set null" }),
    doneAt: at("done_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.partnershipId, t.stepId] })],
);

/** Proof that a partnership rests on: what it is, until when it holds, who saw it. */
export const partnershipDocuments = pgTable(
  "partnership_documents",
  {
    id: id(),
    partnershipId: uuid("partnership_id")
      .notNull()
      .references(() => partnerships.id),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    kind: text("kind", { enum: DOCUMENT_KINDS }).notNull(),
    /** What or whom it is for: "general liability", "Jo Park". */
    subject: text("subject"),
    issuedOn: date("issued_on", { mode: "string" }),
    /** Last day on which it holds; null: it does not expire. */
    expiresOn: date("expires_on", { mode: "string" }),
    /** Null: it was seen on paper, no copy is kept. */
    fileId: uuid("file_id").references(() => privateFiles.id),
    seenBy: uuid("seen_by").references(() => users.id, { onDelete: "set null" }),
    seenAt: at("seen_at").notNull(),
    removedAt: at("removed_at"),
  },
  (t) => [
    index("partnership_documents_partnership").on(t.partnershipId),
    index("partnership_documents_expiry").on(t.districtId, t.expiresOn),
    oneOf("partnership_documents_kind", t.kind, DOCUMENT_KINDS),
  ],
);

/** What the staff wrote down about a partner: a call, a visit, a thought. */
export const partnershipNotes = pgTable(
  "partnership_notes",
  {
    id: id(),
    partnershipId: uuid("partnership_id")
      .notNull()
      .references(() => partnerships.id),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    kind: text("kind", { enum: CONTACTS }).notNull(),
    text: text("text").notNull(),
    happenedOn: date("happened_on", { mode: "string" }).notNull(),
    writtenBy: uuid("written_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    index("partnership_notes_partnership").on(t.partnershipId),
    oneOf("partnership_notes_kind", t.kind, CONTACTS),
  ],
);

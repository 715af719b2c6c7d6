import { sql } from "drizzle-orm";
import {
  date,
  doublePrecision,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "./columns.ts";
import { districts } from "./districts.ts";
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
const MEMBERSHIP_DECISIONS = ["approved", "declined"] as const;
const PARTNERSHIP_STATUSES = ["requested", "approved", "declined", "suspended"] as const;
const PARTNERSHIP_DECLINES = ["not_local", "not_for_students", "incomplete", "duplicate", "other"] as const;

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
    createdAt: createdAt(),
  },
  (t) => [oneOf("organizations_sector", t.sector, SECTORS), index("organizations_name").on(t.name)],
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

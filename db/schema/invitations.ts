import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "./columns.ts";
import { districts } from "./districts.ts";
import { organizations } from "./organizations.ts";
import { users } from "./people.ts";

const INVITED_AS = ["coordinator", "admin", "student", "parent", "owner", "member"] as const;

/** Someone is asked to join a district or an organization in a role; the mailed link is this row's id, signed. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    /** Set for a district's roles; an organization's members are of no district. */
    districtId: uuid("district_id").references(() => districts.id),
    organizationId: uuid("organization_id").references(() => organizations.id),
    email: text("email").notNull(),
    role: text("role", { enum: INVITED_AS }).notNull(),
    locale: text("locale", { enum: ["en", "es"] })
      .notNull()
      .default("en"),
    invitedBy: uuid("invited_by").references(() => users.id, { onDelete: "set null" }),
    sentCount: integer("sent_count").notNull().default(1),
    lastSentAt: at("last_sent_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    acceptedAt: at("accepted_at"),
    acceptedBy: uuid("accepted_by").references(() => users.id, { onDelete: "set null" }),
    revokedAt: at("revoked_at"),
    revokedBy: uuid("revoked_by"),
    createdAt: createdAt(),
  },
  (t) => [
    index("invitations_district").on(t.districtId),
    index("invitations_organization").on(t.organizationId),
    uniqueIndex("invitations_open")
      .on(sql`lower(${t.email})`, sql`coalesce(${t.districtId}, ${t.organizationId})`, t.role)
      .where(sql`${t.acceptedAt} is null and ${t.revokedAt} is null`),
    oneOf("invitations_role", t.role, INVITED_AS),
  ],
);

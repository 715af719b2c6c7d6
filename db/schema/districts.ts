import { sql } from "drizzle-orm";
import { doublePrecision, index, integer, pgTable, text, time, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns.ts";

/** A school district: it publishes one list, and everything it owns carries its id. */
export const districts = pgTable("districts", {
  id: id(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  /** IANA zone; a date on the list ends at the end of the day here. */
  timeZone: text("time_zone").notNull(),
  state: text("state").notNull(),
  latitude: doublePrecision("latitude").notNull(),
  longitude: doublePrecision("longitude").notNull(),
  contactEmail: text("contact_email").notNull(),
  /** Days after which an unconfirmed listing leaves the list. */
  freshnessDays: integer("freshness_days").notNull().default(60),
  /** Radius a search by place starts with. */
  defaultRadiusMiles: integer("default_radius_miles").notNull().default(10),
  /** Whether students and parents may make accounts by themselves, or need an invitation. */
  familySignUp: text("family_sign_up", { enum: ["open", "invitation"] })
    .notNull()
    .default("open"),
  /** Days a new member of the staff may work before a second factor is demanded. */
  secondFactorGraceDays: integer("second_factor_grace_days").notNull().default(14),
  /** Between these two, in the district's zone, only mails that someone waits for are sent. */
  quietFrom: time("quiet_from").notNull().default("20:00"),
  quietUntil: time("quiet_until").notNull().default("07:00"),
  /** Grows in the transaction of every change readers can see; page caches and readers of the list compare it. */
  listVersion: integer("list_version").notNull().default(1),
  createdAt: createdAt(),
});

/** A school of a district, for "near my school" and for listings kept to some schools. */
export const schools = pgTable(
  "schools",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    name: text("name").notNull(),
    street: text("street").notNull(),
    city: text("city").notNull(),
    zip: text("zip").notNull(),
    latitude: doublePrecision("latitude").notNull(),
    longitude: doublePrecision("longitude").notNull(),
    gradeMin: integer("grade_min").notNull(),
    gradeMax: integer("grade_max").notNull(),
    /** When the last bell rings, for "fits after school". */
    dayEndsAt: time("day_ends_at").notNull(),
  },
  (t) => [unique("schools_name").on(t.districtId, t.name)],
);

/** A district's own programme of study, mapped to the national sub-clusters it prepares for. */
export const pathways = pgTable(
  "pathways",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    nameEs: text("name_es").notNull(),
    subClusters: text("sub_clusters")
      .array()
      .notNull()
      .default(sql`'{}'`),
  },
  (t) => [unique("pathways_slug").on(t.districtId, t.slug), index("pathways_district").on(t.districtId)],
);

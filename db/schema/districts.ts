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
  time,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./columns.ts";

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
  logoId: uuid("logo_id"),
  /** What the logo shows, for who cannot see it; null without one. */
  logoAlt: text("logo_alt"),
  /** The logo as a square PNG, for a browser's tab (32 px) and a phone's home screen (180 px); null: ours. */
  faviconId: uuid("favicon_id"),
  touchIconId: uuid("touch_icon_id"),
  /** What the front page says to readers, in paragraphs; null: nothing. */
  welcome: text("welcome"),
  welcomeEs: text("welcome_es"),
  /** Who answers, by which telephone and where; null: not said. */
  contactOffice: text("contact_office"),
  contactPhone: text("contact_phone"),
  contactAddress: text("contact_address"),
  /** `#rrggbb` of headings and buttons on its public pages; null: ours. */
  color: text("color"),
  /** Whether learners read the national clusters of 2024 or the sixteen before them. */
  clusterWording: text("cluster_wording", { enum: ["national_2024", "classic"] })
    .notNull()
    .default("national_2024"),
  /** Whether one coordinator publishes, or a second has to agree. */
  reviewPolicy: text("review_policy", { enum: ["one", "two"] })
    .notNull()
    .default("one"),
  /** So many open reports take a listing off the list until someone has looked; null: never. */
  hideAfterReports: integer("hide_after_reports"),
  /** The district's own words for ours, by key and language: `{ "pathway_one": { "en": "Academy" } }`. */
  vocabulary: jsonb("vocabulary").$type<Record<string, { en?: string; es?: string }>>().notNull().default({}),
  /** Its names of the four stages, by stage and language. */
  stageNames: jsonb("stage_names").$type<Record<string, { en?: string; es?: string }>>().notNull().default({}),
  /** Labels it offers to coordinators and readers. */
  labels: jsonb("labels").$type<{ name: string; nameEs: string | null }[]>().notNull().default([]),
  /** What each term of a match weighs here, `domain/matching/weights.ts`; null: ours. */
  matchingWeights: jsonb("matching_weights").$type<Record<string, number>>(),
  /** Grows with each change of the settings, so that of two tabs the later one is told. */
  version: integer("version").notNull().default(1),
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
    dayStartsAt: time("day_starts_at").notNull().default("08:00"),
    /** Closed or merged: it is offered no more, and what names it stays. */
    retiredAt: at("retired_at"),
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
    /** The district's own note about it, for readers. */
    about: text("about"),
    aboutEs: text("about_es"),
    retiredAt: at("retired_at"),
    subClusters: text("sub_clusters")
      .array()
      .notNull()
      .default(sql`'{}'`),
  },
  (t) => [unique("pathways_slug").on(t.districtId, t.slug), index("pathways_district").on(t.districtId)],
);

/** Where a district departs from our kinds of experience: its own name, its stage, or that it does not offer one. */
export const districtKinds = pgTable(
  "district_kinds",
  {
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    kind: text("kind").notNull(),
    name: text("name"),
    nameEs: text("name_es"),
    stage: text("stage", { enum: ["awareness", "exploration", "preparation", "training"] }),
    /** The state counts it as work-based learning, Perkins V indicator 5S3. */
    counts5s3: boolean("counts_5s3").notNull().default(false),
    /** Partners cannot choose it here. */
    withheldAt: at("withheld_at"),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.kind] })],
);

/** Days without school, by the calendar child-labor hours are counted with. */
export const schoolBreaks = pgTable(
  "school_breaks",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    name: text("name").notNull(),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    endsOn: date("ends_on", { mode: "string" }).notNull(),
  },
  (t) => [index("school_breaks_district").on(t.districtId, t.startsOn)],
);

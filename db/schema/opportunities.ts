import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  time,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf, updatedAt } from "./columns.ts";
import { pictures } from "./files.ts";
import { organizations } from "./organizations.ts";
import { users } from "./people.ts";

/** When people are there: once, or again and again by a rule. */
export interface Shift {
  /** `YYYY-MM-DD`, the first day. */
  startsOn: string;
  /** `HH:MM`. */
  startTime: string;
  endTime: string;
  /** RFC 5545 `RRULE` value without its name, `FREQ=WEEKLY;BYDAY=TU,TH`; null: that day only. */
  rule: string | null;
}

/** Another place than the main one where the same is offered. */
export interface OtherSite {
  name: string | null;
  street: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
}

const PAY = ["paid", "stipend", "unpaid"] as const;
const SETTINGS = ["on_site", "remote", "hybrid"] as const;
const COSTS = ["free", "some"] as const;
const CLEARANCES = ["none", "needed"] as const;

const words = (name: string) =>
  text(name)
    .array()
    .notNull()
    .default(sql`'{}'`);

/** What an organization offers, as its partner last wrote it; learners see a revision, never this row. */
export const opportunities = pgTable(
  "opportunities",
  {
    id: id(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    /** Null when a file brought it in. */
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    /** The coordinator who wrote it for a partner who phoned, until the partner claims it. */
    enteredBy: uuid("entered_by").references(() => users.id, { onDelete: "set null" }),
    enteredAt: at("entered_at"),
    claimedAt: at("claimed_at"),
    /** The opportunity it was duplicated from. */
    copiedFromId: uuid("copied_from_id"),
    /** Code of CEDS element 001499, or one of ours that maps to its `Other`. */
    kind: text("kind"),
    title: text("title").notNull(),
    summary: text("summary"),
    description: text("description"),
    tasks: text("tasks"),
    /** The same in Spanish, where the partner wrote it beside its English. */
    titleEs: text("title_es"),
    summaryEs: text("summary_es"),
    descriptionEs: text("description_es"),
    requirementsEs: text("requirements_es"),
    /** The language the partner wrote in. */
    language: text("language", { enum: ["en", "es"] })
      .notNull()
      .default("en"),
    places: integer("places"),
    /** In the partner's words: "Tuesdays and Thursdays, 3 to 5 pm". */
    schedule: text("schedule"),
    shifts: jsonb("shifts").$type<Shift[]>().notNull().default([]),
    days: words("days"),
    startTime: time("start_time"),
    endTime: time("end_time"),
    hoursPerWeek: integer("hours_per_week"),
    startsOn: date("starts_on", { mode: "string" }),
    endsOn: date("ends_on", { mode: "string" }),
    closesOn: date("closes_on", { mode: "string" }),
    ageMin: integer("age_min"),
    ageMax: integer("age_max"),
    gradeMin: integer("grade_min"),
    gradeMax: integer("grade_max"),
    pay: text("pay", { enum: PAY }),
    payDetail: text("pay_detail"),
    earnsCredit: boolean("earns_credit").notNull().default(false),
    /** Its hours count as community service. */
    serviceHours: boolean("service_hours").notNull().default(false),
    /** What it costs the student; null: nobody said. */
    cost: text("cost", { enum: COSTS }),
    costDetail: text("cost_detail"),
    /** Whether a student is checked before the start: fingerprints, a background check. */
    clearance: text("clearance", { enum: CLEARANCES }),
    setting: text("setting", { enum: SETTINGS }),
    street: text("street"),
    city: text("city"),
    state: text("state"),
    zip: text("zip"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    otherSites: jsonb("other_sites").$type<OtherSite[]>().notNull().default([]),
    transport: words("transport"),
    /** Line and stop, in the partner's words. */
    busStop: text("bus_stop"),
    transportDetail: text("transport_detail"),
    access: words("access"),
    languages: words("languages"),
    skills: words("skills"),
    subClusters: words("sub_clusters"),
    /** Guessed from the text and not yet looked at by a person. */
    subClustersSuggested: boolean("sub_clusters_suggested").notNull().default(false),
    /** Machines and work that child-labor rules name, `HAZARDS` of the rule check. */
    hazards: words("hazards"),
    requirements: text("requirements"),
    /** What whoever asks for a place is asked, in the partner's words. */
    questions: words("questions"),
    /** What a learner must bring, codes of `DOCUMENTS`. */
    documents: words("documents"),
    pictureId: uuid("picture_id").references(() => pictures.id),
    /** What the picture shows, for who cannot see it; required with a picture. */
    pictureAlt: text("picture_alt"),
    howToAsk: text("how_to_ask"),
    /** For the district only; never shown to readers. */
    contactName: text("contact_name"),
    contactEmail: text("contact_email"),
    contactPhone: text("contact_phone"),
    /** Grows with each save, so that of two tabs the later one is told. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("opportunities_organization").on(t.organizationId),
    oneOf("opportunities_pay", t.pay, PAY),
    oneOf("opportunities_setting", t.setting, SETTINGS),
    oneOf("opportunities_cost", t.cost, COSTS),
    oneOf("opportunities_clearance", t.clearance, CLEARANCES),
  ],
);

type Row = typeof opportunities.$inferSelect;
/** Everything of an opportunity that a reader or a coordinator judges. */
export type OpportunityContent = Omit<
  Row,
  | "id"
  | "organizationId"
  | "createdBy"
  | "enteredBy"
  | "enteredAt"
  | "claimedAt"
  | "copiedFromId"
  | "version"
  | "createdAt"
  | "updatedAt"
>;

const LACKING_SPANISH = sql`case when content ->> 'language' = 'es' then '{}'::text[] else array_remove(array[
  case when content ->> 'title' <> '' and coalesce(content ->> 'titleEs', '') = '' then 'title' end,
  case when content ->> 'summary' <> '' and coalesce(content ->> 'summaryEs', '') = '' then 'summary' end,
  case when content ->> 'description' <> '' and coalesce(content ->> 'descriptionEs', '') = '' then 'description' end,
  case when content ->> 'requirements' <> '' and coalesce(content ->> 'requirementsEs', '') = '' then 'requirements' end
], null) end`;

/** The text as it was when it was submitted or imported; never changed afterwards. */
export const opportunityRevisions = pgTable(
  "opportunity_revisions",
  {
    id: id(),
    opportunityId: uuid("opportunity_id")
      .notNull()
      .references(() => opportunities.id),
    version: integer("version").notNull(),
    content: jsonb("content").$type<OpportunityContent>().notNull(),
    authorId: uuid("author_id").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    /** What queues ask of every text, kept beside it: to read one word of `content`, Postgres unpacks all of it. */
    title: text("title").generatedAlwaysAs(sql`content ->> 'title'`),
    kind: text("kind").generatedAlwaysAs(sql`content ->> 'kind'`),
    lastDay: text("last_day").generatedAlwaysAs(sql`least(content ->> 'closesOn', content ->> 'endsOn')`),
    subClustersSuggested: boolean("sub_clusters_suggested").generatedAlwaysAs(
      sql`content ->> 'subClustersSuggested' = 'true'`,
    ),
    /** Its fields, of `domain/translation/translations.ts`, that are written in English and not in Spanish. */
    lacksSpanish: text("lacks_spanish").array().generatedAlwaysAs(LACKING_SPANISH),
    /** Codes of the rule check as the text was sent; null: a job has not looked at it yet. */
    findings: text("findings").array(),
    /** Of its words: texts that are nearly the same share one of these numbers. Null as above. */
    sketch: integer("sketch").array(),
  },
  (t) => [
    unique("opportunity_revisions_version").on(t.opportunityId, t.version),
    index("opportunity_revisions_unmarked")
      .on(t.createdAt)
      .where(sql`${t.findings} is null`),
  ],
);

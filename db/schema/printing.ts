import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, bytea, createdAt, id, oneOf } from "./columns.ts";
import { districts, pathways } from "./districts.ts";
import { editions } from "./editions.ts";
import { listings } from "./listings.ts";

const LOCALES = ["en", "es"] as const;
const SIZES = ["normal", "large"] as const;
const STATES = ["waiting", "printing", "ready", "failed"] as const;

/** A booklet of a list as it is printed for everybody who asks: one a district, edition, language, size and search. */
export const booklets = pgTable(
  "booklets",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    /** Null: the live list. */
    edition: integer("edition"),
    locale: text("locale", { enum: LOCALES }).notNull(),
    size: text("size", { enum: SIZES }).notNull(),
    /** A search of the live list, in the one spelling of its address; empty: the whole list. */
    query: text("query").notNull().default(""),
    state: text("state", { enum: STATES }).notNull().default("waiting"),
    /** The list's version and the district's day it says; null for an edition, which never changes. */
    listVersion: integer("list_version"),
    listDay: date("list_day", { mode: "string" }),
    /** Grows each time it is begun, so that what a killed job left behind is no part of what the next one makes. */
    run: integer("run").notNull().default(0),
    page: integer("page").notNull().default(0),
    pages: integer("pages"),
    /** Bytes of the file. */
    length: integer("length"),
    /** SHA-256 of the file. */
    digest: text("digest"),
    askedAt: at("asked_at").notNull(),
    madeAt: at("made_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("booklets_which").on(t.districtId, t.edition, t.locale, t.size, t.query).nullsNotDistinct(),
    oneOf("booklets_state", t.state, STATES),
    oneOf("booklets_size", t.size, SIZES),
    oneOf("booklets_locale", t.locale, LOCALES),
  ],
);

/** A booklet's file, in the order it was printed. */
export const bookletParts = pgTable(
  "booklet_parts",
  {
    bookletId: uuid("booklet_id")
      .notNull()
      .references(() => booklets.id, { onDelete: "cascade" }),
    run: integer("run").notNull(),
    position: integer("position").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (t) => [primaryKey({ columns: [t.bookletId, t.run, t.position] })],
);

/** What people type and cameras read. A code belongs to what it was made for, and outlives it: it is never given again. */
export const shortLinks = pgTable(
  "short_links",
  {
    code: text("code").primaryKey(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    listingId: uuid("listing_id").references(() => listings.id, { onDelete: "set null" }),
    pathwayId: uuid("pathway_id").references(() => pathways.id, { onDelete: "set null" }),
    editionId: uuid("edition_id").references(() => editions.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    unique("short_links_listing").on(t.listingId),
    unique("short_links_pathway").on(t.pathwayId),
    unique("short_links_edition").on(t.editionId),
    index("short_links_district").on(t.districtId),
    check("short_links_code", sql`${t.code} ~ '^[b-df-hj-km-np-tv-xz2-9]{6,8}$'`),
    check("short_links_target", sql`num_nonnulls(${t.listingId}, ${t.pathwayId}, ${t.editionId}) <= 1`),
  ],
);

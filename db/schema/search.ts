import { sql } from "drizzle-orm";
import { bigint, boolean, customType, doublePrecision, index, integer, pgSequence } from "drizzle-orm/pg-core";
import { pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns.ts";
import { listings } from "./listings.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
const seconds = (name: string) => bigint(name, { mode: "number" });

/** Numbers the changes of `search_documents` in the order they are committed. */
export const searchChanges = pgSequence("search_changes");

/**
 * What readers can search, derived from the published listings and replaceable at any time. Rows are narrow (the long
 * columns live apart) so that a common word's thousands of rows are read from few pages.
 */
export const searchDocuments = pgTable(
  "search_documents",
  {
    listingId: uuid("listing_id").primaryKey(),
    districtId: uuid("district_id").notNull(),
    /** Dense number within the district: where the document stands in a bitmap. */
    slot: integer("slot").notNull(),
    changed: bigint("changed", { mode: "number" })
      .notNull()
      .default(sql`nextval('search_changes')`),
    version: integer("version").notNull(),
    /** False once removed: the row stays so that readers who follow `changed` hear of it. */
    alive: boolean("alive").notNull().default(true),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    /** Unix seconds. */
    publishedAt: seconds("published_at").notNull(),
    closesAt: seconds("closes_at"),
    /** As they are written: what a reader who types is suggested. */
    title: text("title").notNull().default(""),
    organization: text("organization").notNull().default(""),
    /** `group:value` of every filter it passes. */
    facets: text("facets").array().notNull(),
    /** Title (A), organization and keywords (B), summary (C): what ranks. */
    head: tsvector("head").notNull(),
    /** Every word, without positions: what matches. */
    words: tsvector("words").notNull(),
    /** Blanks that compress to nothing: Postgres moves long columns aside only in rows above two kilobytes. */
    filler: text("filler")
      .notNull()
      .default(sql`repeat(' ', 2048)`),
  },
  (t) => [
    unique("search_documents_slot").on(t.districtId, t.slot),
    index("search_documents_changed").on(t.districtId, t.changed),
    index("search_documents_head").using("gin", t.head),
    index("search_documents_words").using("gin", t.words),
  ],
);

/** Every word and stem that occurs in a search document: a word a reader typed is corrected to one of these. */
export const searchWords = pgTable("search_words", { word: text("word").primaryKey() }, (t) => [
  index("search_words_similar").using("gin", t.word.op("gin_trgm_ops")),
]);

/** Listings an engine would not take as they stood: nobody finds them until their text is another. */
export const searchRefusals = pgTable(
  "search_refusals",
  {
    engine: text("engine").notNull(),
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listings.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    /** In the engine's words. */
    reason: text("reason").notNull(),
    at: at("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.engine, t.listingId] })],
);

import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "./columns.ts";
import { districts } from "./districts.ts";
import { users } from "./people.ts";

const EDITION_STATES = ["draft", "scheduled", "published"] as const;

/** A numbered, dated, frozen copy of a district's list. Once published it never changes: a trigger refuses it. */
export const editions = pgTable(
  "editions",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    state: text("state", { enum: EDITION_STATES }).notNull().default("draft"),
    /** Given when it is published, so that a draft that never is leaves no gap. */
    number: integer("number"),
    title: text("title").notNull(),
    titleEs: text("title_es"),
    /** To families. */
    note: text("note"),
    noteEs: text("note_es"),
    /** The day it is to be published by itself. */
    publishOn: date("publish_on", { mode: "string" }),
    publishedAt: at("published_at"),
    /** Null once the coordinator's account is deleted. */
    publishedBy: uuid("published_by").references(() => users.id, { onDelete: "set null" }),
    /** The names its listings need, as they were: `domain/editions/published-list.ts`. */
    names: jsonb("names").$type<Record<string, unknown>>(),
    /** Counted once: how much it holds, how much of that was confirmed, what is new: `domain/editions/summary.ts`. */
    summary: jsonb("summary").$type<Record<string, unknown>>(),
    /** Grows with each change of a draft, so that of two tabs the later one is told. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    unique("editions_number").on(t.districtId, t.number),
    index("editions_due").on(t.state, t.publishOn),
    oneOf("editions_state", t.state, EDITION_STATES),
    check("editions_whole", sql`${t.state} <> 'published' or num_nulls(${t.number}, ${t.publishedAt}, ${t.names}) = 0`),
  ],
);

/** A listing as an edition has it: content, not a link, so that it stays when the listing is gone. */
export const editionListings = pgTable(
  "edition_listings",
  {
    editionId: uuid("edition_id")
      .notNull()
      .references(() => editions.id, { onDelete: "cascade" }),
    /** Refers to nothing: which listing of two editions is the same. */
    listingId: uuid("listing_id").notNull(),
    /** From 1, by title. */
    position: integer("position").notNull(),
    /** A `PublishedListing`; its instants are ISO texts. */
    listing: jsonb("listing").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.listingId] })],
);

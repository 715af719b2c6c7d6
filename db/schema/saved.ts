import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "./columns.ts";
import { districts } from "./districts.ts";
import { listings } from "./listings.ts";
import { users } from "./people.ts";

const CADENCES = ["at_once", "daily", "weekly"] as const;
const FOLLOWS = ["search", "editions"] as const;

/**
 * A search of a district's list that writes to somebody when something new fits it: to an account, or to an address
 * that said twice that it wants to. Of who has no account nothing else is kept. One that follows the editions searches
 * for nothing, and writes once for each.
 */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    /** Of who has no account, and the language they asked in; an account has its own. */
    address: text("address"),
    locale: text("locale", { enum: ["en", "es"] }),
    follows: text("follows", { enum: FOLLOWS }).notNull().default("search"),
    /** The list's address after its `?`, without order and page; a place in it is what was typed. */
    query: text("query").notNull(),
    /** Null: it is called by what it searches for. */
    name: text("name"),
    cadence: text("cadence", { enum: CADENCES }).notNull(),
    /** Null: an address that has not answered its mail. Nothing is sent to it. */
    confirmedAt: at("confirmed_at"),
    pausedAt: at("paused_at"),
    /** What was on the list, or published as an edition, at this instant is not new. */
    since: at("since").notNull(),
    /** When the list was last looked at for it, and when it is to be next. */
    lookedAt: at("looked_at").notNull(),
    dueAt: at("due_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("saved_searches_due").on(t.dueAt),
    uniqueIndex("saved_searches_user").on(t.userId, t.districtId, t.follows, t.query),
    // Who asks again is mailed again, and the answer changes the one that is there.
    uniqueIndex("saved_searches_address")
      .on(sql`lower(${t.address})`, t.districtId, t.follows, t.query, sql`(${t.confirmedAt} is null)`)
      .where(sql`${t.address} is not null`),
    oneOf("saved_searches_cadence", t.cadence, CADENCES),
    oneOf("saved_searches_follows", t.follows, FOLLOWS),
    check("saved_searches_whose", sql`num_nonnulls(${t.userId}, ${t.address}) = 1`),
    check("saved_searches_locale", sql`(${t.address} is null) = (${t.locale} is null)`),
  ],
);

/** A listing that a saved search has told of: it does so once. Those of one mail share an `alertId`. */
export const toldListings = pgTable(
  "told_listings",
  {
    searchId: uuid("search_id")
      .notNull()
      .references(() => savedSearches.id, { onDelete: "cascade" }),
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listings.id, { onDelete: "cascade" }),
    alertId: uuid("alert_id").notNull(),
    toldAt: at("told_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.searchId, t.listingId] }), index("told_listings_listing").on(t.listingId)],
);

/** A listing somebody wants to find again. It stays when the listing is over, and says so. */
export const savedListings = pgTable(
  "saved_listings",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listings.id, { onDelete: "cascade" }),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    savedAt: at("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.listingId] }), index("saved_listings_listing").on(t.listingId)],
);

/**
 * A person's secret address of a calendar of what they saved: this id, signed, so that nothing usable is stored. A new
 * one is a new row, and the old address opens nothing any more.
 */
export const calendarLinks = pgTable("calendar_links", {
  id: id(),
  userId: uuid("user_id")
    .notNull()
    .unique("calendar_links_user")
    .references(() => users.id, { onDelete: "cascade" }),
  /** Days before the last day to ask on which it reminds; null: it does not. */
  remindDays: integer("remind_days"),
  createdAt: createdAt(),
});

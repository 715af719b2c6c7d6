import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, oneOf } from "./columns.ts";
import { listings } from "./listings.ts";
import { opportunityRevisions } from "./opportunities.ts";
import { users } from "./people.ts";

const LOCALES = ["es"] as const;
const MADE = ["written", "machine"] as const;

/**
 * A district's own translation of a listing's text, beside its partner's: what the partner wrote goes first. Readers see
 * it once a person has checked it.
 */
export const listingTranslations = pgTable(
  "listing_translations",
  {
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listings.id, { onDelete: "cascade" }),
    locale: text("locale", { enum: LOCALES }).notNull(),
    /** The text it was made of; a field is shown as long as it stands there as it does in the text readers see. */
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => opportunityRevisions.id),
    title: text("title"),
    summary: text("summary"),
    description: text("description"),
    requirements: text("requirements"),
    made: text("made", { enum: MADE }).notNull(),
    checkedAt: at("checked_at"),
    /** Null once the coordinator's account is deleted. */
    checkedBy: uuid("checked_by").references(() => users.id, { onDelete: "set null" }),
    /** Grows with each save, so that of two tabs the later one is told. */
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.listingId, t.locale] }),
    oneOf("listing_translations_locale", t.locale, LOCALES),
    oneOf("listing_translations_made", t.made, MADE),
    check("listing_translations_written_is_checked", sql`${t.made} = 'machine' or ${t.checkedAt} is not null`),
  ],
);

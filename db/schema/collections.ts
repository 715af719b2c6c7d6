import { index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "./columns.ts";
import { districts } from "./districts.ts";
import { listings } from "./listings.ts";

/** Listings a district shows together, "Summer 2027", on a page of their own. */
export const collections = pgTable(
  "collections",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    nameEs: text("name_es"),
    about: text("about"),
    aboutEs: text("about_es"),
    position: integer("position").notNull(),
    /** Null: only the staff sees it. */
    publishedAt: at("published_at"),
    /** Grows with each change of its text, so that of two tabs the later one is told. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [unique("collections_slug").on(t.districtId, t.slug)],
);

/** A listing's place in a collection. */
export const collectionListings = pgTable(
  "collection_listings",
  {
    collectionId: uuid("collection_id")
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listings.id),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.collectionId, t.listingId] }), index("collection_listings_listing").on(t.listingId)],
);

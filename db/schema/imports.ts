import { integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "./columns.ts";
import { districts } from "./districts.ts";
import { listings } from "./listings.ts";
import { opportunities } from "./opportunities.ts";
import { users } from "./people.ts";

const IMPORT_STATUSES = ["checked", "queued", "running", "done", "failed"] as const;

/** One file of opportunities brought into a district, from its dry run to its report. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    /** Null when it was started from the command line. */
    requestedBy: uuid("requested_by").references(() => users.id, { onDelete: "set null" }),
    fileName: text("file_name").notNull(),
    /** The file's text, kept until it has been imported. */
    file: text("file"),
    mapping: jsonb("mapping").$type<Record<string, unknown>>().notNull(),
    options: jsonb("options").$type<Record<string, unknown>>().notNull(),
    status: text("status", { enum: IMPORT_STATUSES }).notNull(),
    rowsTotal: integer("rows_total").notNull().default(0),
    rowsDone: integer("rows_done").notNull().default(0),
    report: jsonb("report").$type<Record<string, unknown>>(),
    createdAt: createdAt(),
    finishedAt: at("finished_at"),
    undoneBy: uuid("undone_by").references(() => users.id, { onDelete: "set null" }),
    undoneAt: at("undone_at"),
  },
  (t) => [oneOf("imports_status", t.status, IMPORT_STATUSES)],
);

/** How a district reads the columns of a file it gets again and again. */
export const importMappings = pgTable(
  "import_mappings",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    name: text("name").notNull(),
    mapping: jsonb("mapping").$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("import_mappings_name").on(t.districtId, t.name)],
);

/** Which opportunity a row of a source became, so that importing again updates it. */
export const importedRows = pgTable(
  "imported_rows",
  {
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    opportunityId: uuid("opportunity_id")
      .notNull()
      .references(() => opportunities.id),
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listings.id),
    /** Hash of the row as it was last read; an unchanged row is left alone. */
    fingerprint: text("fingerprint").notNull(),
    importedAt: at("imported_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.source, t.externalId] })],
);

/** What an import did to a listing, and how it stood before: what undoing it needs. */
export const importChanges = pgTable(
  "import_changes",
  {
    importId: uuid("import_id")
      .notNull()
      .references(() => imports.id),
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listings.id),
    /** Null: the import made it. */
    before: jsonb("before").$type<Record<string, unknown>>(),
    /** `listings.version` after the import; one that has grown since was changed by a person. */
    versionAfter: integer("version_after").notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.listingId] })],
);

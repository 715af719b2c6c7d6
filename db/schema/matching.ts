import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, oneOf } from "./columns.ts";
import { districts, pathways, schools } from "./districts.ts";
import { listings } from "./listings.ts";
import { students, users } from "./people.ts";

const SHARES = ["unsplit", "few", "part", "most"] as const;

/** When the list was last looked at for somebody who wants to hear what newly fits them, or their children. */
export const matchReaders = pgTable("match_readers", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  lookedAt: at("looked_at").notNull(),
});

/** A listing of which somebody was told that it fits a student: it is told once. Those of one mail share an `alertId`. */
export const toldMatches = pgTable(
  "told_matches",
  {
    readerId: uuid("reader_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    studentId: uuid("student_id")
      .notNull()
      .references(() => students.userId, { onDelete: "cascade" }),
    listingId: uuid("listing_id")
      .notNull()
      .references(() => listings.id, { onDelete: "cascade" }),
    alertId: uuid("alert_id").notNull(),
    toldAt: at("told_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.readerId, t.studentId, t.listingId] }),
    index("told_matches_student").on(t.studentId),
    index("told_matches_listing").on(t.listingId),
  ],
);

/** When a district's students were last counted by what the list has for them. */
export const coverageCounts = pgTable(
  "coverage_counts",
  {
    districtId: uuid("district_id")
      .primaryKey()
      .references(() => districts.id),
    countedOn: date("counted_on", { mode: "string" }).notNull(),
    /**
     * Students whose profile does not say what they like, in full tens, so that nobody takes cells from a total; null:
     * those, or the others, are under ten.
     */
    silent: integer("silent"),
  },
  (t) => [check("coverage_counts_tens", sql`${t.silent} >= 10 and ${t.silent} % 10 = 0`)],
);

/** The students of one pathway at one school, where they are ten or more; no row tells none from nine. */
export const coverageCells = pgTable(
  "coverage_cells",
  {
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    /** Null: who chose no pathway; who named no school. */
    pathwayId: uuid("pathway_id").references(() => pathways.id, { onDelete: "cascade" }),
    schoolId: uuid("school_id").references(() => schools.id, { onDelete: "cascade" }),
    students: integer("students").notNull(),
    /** Whether those with enough good matches are under ten, those without, neither; `unsplit`: too few to be told apart. */
    share: text("share", { enum: SHARES }).notNull(),
    /** Those with enough, where neither part is under ten. */
    served: integer("served"),
  },
  (t) => [
    unique("coverage_cells_once").on(t.districtId, t.pathwayId, t.schoolId).nullsNotDistinct(),
    oneOf("coverage_cells_share", t.share, SHARES),
    check("coverage_cells_large", sql`${t.students} >= 10 and ${t.served} >= 10 and ${t.students} - ${t.served} >= 10`),
    check("coverage_cells_part", sql`(${t.share} = 'part') = (${t.served} is not null)`),
    check("coverage_cells_unsplit", sql`(${t.share} = 'unsplit') = (${t.students} < 20)`),
  ],
);

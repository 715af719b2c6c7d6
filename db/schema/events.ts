import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns.ts";
import { districts } from "./districts.ts";

/** What happened: who, when, what, why; rows are added, never changed. */
export const events = pgTable(
  "events",
  {
    id: id(),
    name: text("name").notNull(),
    subjectId: uuid("subject_id").notNull(),
    districtId: uuid("district_id").references(() => districts.id),
    /** Null when the clock or an import did it. No foreign key: the log outlives an account. */
    actorId: uuid("actor_id"),
    detail: jsonb("detail").$type<Record<string, unknown>>(),
    at: at("at").notNull(),
  },
  (t) => [index("events_subject").on(t.subjectId, t.at), index("events_district").on(t.districtId, t.at)],
);

/** A form's key and the answer its verb gave, so that the same form sent twice is done once. */
export const acknowledgements = pgTable(
  "acknowledgements",
  {
    actorId: uuid("actor_id").notNull(),
    key: uuid("key").notNull(),
    verb: text("verb").notNull(),
    outcome: jsonb("outcome").$type<unknown>(),
    at: at("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.key, t.verb] }), index("acknowledgements_at").on(t.at)],
);

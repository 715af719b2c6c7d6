import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns.ts";
import { districts } from "./districts.ts";

/** A site that may show the district's list in a frame: its own, or a school's. Nobody else's page may. */
export const embedSites = pgTable(
  "embed_sites",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    /** Scheme, host and port as browsers spell them, `https://www.school.example`. */
    origin: text("origin").notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("embed_sites_origin").on(t.districtId, t.origin)],
);

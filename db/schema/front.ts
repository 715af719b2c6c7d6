import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
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

/** A name of the web under which readers find the district's pages, besides the site's own. A name is one district's. */
export const districtHosts = pgTable(
  "district_hosts",
  {
    id: id(),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
    /** As browsers send it: lower case, punycode, without a port. */
    host: text("host").notNull().unique(),
    createdAt: createdAt(),
  },
  (t) => [
    index("district_hosts_district").on(t.districtId),
    check("district_hosts_host", sql`${t.host} = lower(${t.host})`),
  ],
);

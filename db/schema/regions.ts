import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id } from "./columns.ts";
import { districts } from "./districts.ts";

/** Several districts whose lists are read together, by whoever runs the platform for them. */
export const regions = pgTable("regions", {
  id: id(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  nameEs: text("name_es"),
  /** Grows with each change, so that of two tabs the later one is told; pages of the region end with it. */
  version: integer("version").notNull().default(1),
  createdAt: createdAt(),
});

export const regionDistricts = pgTable(
  "region_districts",
  {
    regionId: uuid("region_id")
      .notNull()
      .references(() => regions.id),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id),
  },
  (t) => [primaryKey({ columns: [t.regionId, t.districtId] }), index("region_districts_district").on(t.districtId)],
);

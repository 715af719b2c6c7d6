import { doublePrecision, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

/** The 14 clusters of the National Career Clusters Framework (Advance CTE, 2024), in six groups. */
export const careerClusters = pgTable("career_clusters", {
  /** O*NET's six-digit code; its first two digits are the group. */
  code: text("code").primaryKey(),
  groupCode: text("group_code").notNull(),
  name: text("name").notNull(),
  nameEs: text("name_es").notNull(),
});

/** The framework's 72 sub-clusters, each with its mean RIASEC scores (O*NET 30.2 over Advance CTE's SOC crosswalk). */
export const subClusters = pgTable("sub_clusters", {
  code: text("code").primaryKey(),
  clusterCode: text("cluster_code")
    .notNull()
    .references(() => careerClusters.code),
  name: text("name").notNull(),
  nameEs: text("name_es").notNull(),
  realistic: doublePrecision("realistic").notNull(),
  investigative: doublePrecision("investigative").notNull(),
  artistic: doublePrecision("artistic").notNull(),
  social: doublePrecision("social").notNull(),
  enterprising: doublePrecision("enterprising").notNull(),
  conventional: doublePrecision("conventional").notNull(),
});

/** The 16 clusters of the 2002 framework, which many states still report by. */
export const classicClusters = pgTable("classic_clusters", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  nameEs: text("name_es").notNull(),
});

/** Which of the 14 clusters a classic one became. */
export const classicCrosswalk = pgTable(
  "classic_crosswalk",
  {
    classicCode: text("classic_code")
      .notNull()
      .references(() => classicClusters.code),
    clusterCode: text("cluster_code")
      .notNull()
      .references(() => careerClusters.code),
  },
  (t) => [primaryKey({ columns: [t.classicCode, t.clusterCode] })],
);

/** A US ZIP code's point (GeoNames, CC BY 4.0), good to about five miles. */
export const zipPoints = pgTable(
  "zip_points",
  {
    zip: text("zip").primaryKey(),
    city: text("city").notNull(),
    state: text("state").notNull(),
    latitude: doublePrecision("latitude").notNull(),
    longitude: doublePrecision("longitude").notNull(),
  },
  (t) => [index("zip_points_city").on(t.state, t.city)],
);

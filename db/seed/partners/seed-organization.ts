import type { organizations } from "../../schema/organizations.ts";

export type DistrictName = "riverbend" | "lakeshore";

/** What is true at the organization's own address, for listings that say nothing else. */
export interface Site {
  transport: readonly ("walkable" | "bus" | "ride_offered" | "bike_parking" | "car_needed")[];
  access: readonly ("wheelchair" | "step_free_restroom" | "sign_language" | "quiet_space" | "screen_reader")[];
  /** Spoken on site. */
  languages: readonly string[];
}

export type SeedOrganization = Required<
  Omit<typeof organizations.$inferInsert, "logoId" | "languages" | "access" | "mergedIntoId" | "version" | "createdAt">
> & {
  /** The district it is near. */
  home: DistrictName;
  /** Who writes its listings and answers the district. */
  person: { id: string; name: string; email: string };
  site: Site;
};

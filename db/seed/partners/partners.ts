import { districts, organizations, people } from "../cast.ts";
import { lakeshorePartners } from "./lakeshore.ts";
import { riverbendBusinesses } from "./riverbend-business.ts";
import { riverbendCommunity } from "./riverbend-community.ts";
import type { SeedOrganization } from "./seed-organization.ts";

const rampAndRestroom = ["wheelchair", "step_free_restroom"] as const;

/** The organizations of the cast, with what a listing of theirs needs to know about the place. */
const castPartners = {
  bluestem: {
    ...organizations.bluestem,
    home: "riverbend",
    person: people.tomas,
    site: { transport: ["bus", "walkable", "bike_parking"], access: ["wheelchair"], languages: ["en", "es"] },
  },
  college: {
    ...organizations.college,
    home: "riverbend",
    person: people.grace,
    site: {
      transport: ["bus", "bike_parking"],
      access: [...rampAndRestroom, "sign_language"],
      languages: ["en", "es"],
    },
  },
  kitchen: {
    ...organizations.kitchen,
    home: "riverbend",
    person: people.grace,
    site: { transport: ["bus", "walkable"], access: rampAndRestroom, languages: ["en", "es"] },
  },
  parks: {
    ...organizations.parks,
    home: "riverbend",
    person: people.hal,
    site: { transport: ["bus", "bike_parking"], access: rampAndRestroom, languages: ["en", "es"] },
  },
  health: {
    ...organizations.health,
    home: "riverbend",
    person: people.mei,
    site: {
      transport: ["bus"],
      access: [...rampAndRestroom, "sign_language", "quiet_space"],
      languages: ["en", "es", "vi"],
    },
  },
  harbor: {
    ...organizations.harbor,
    home: "lakeshore",
    person: people.owen,
    site: { transport: ["bus", "walkable"], access: ["wheelchair"], languages: ["en"] },
  },
} as const satisfies Record<string, SeedOrganization>;

export const morePartners = { ...riverbendBusinesses, ...riverbendCommunity, ...lakeshorePartners };
export const partners = { ...castPartners, ...morePartners };
export type PartnerName = keyof typeof partners;

const homes = Object.values(morePartners).map(({ id, home }) => ({
  organizationId: id,
  districtId: districts[home].id,
  // The sun company's insurance lapsed: its listings left the list until it sends a new certificate.
  status: id === riverbendBusinesses.prairieSun.id ? ("suspended" as const) : ("approved" as const),
}));

/** Each is a partner of its own district; a few have asked, or been taken on, in the other one as well. */
export const morePartnerships = [
  ...homes,
  { organizationId: riverbendBusinesses.tugboat.id, districtId: districts.lakeshore.id, status: "approved" as const },
  { organizationId: riverbendCommunity.upperRiver.id, districtId: districts.lakeshore.id, status: "approved" as const },
  { organizationId: riverbendCommunity.library.id, districtId: districts.lakeshore.id, status: "approved" as const },
  {
    organizationId: riverbendBusinesses.leveeStreet.id,
    districtId: districts.lakeshore.id,
    status: "requested" as const,
  },
  {
    organizationId: lakeshorePartners.gemCityState.id,
    districtId: districts.riverbend.id,
    status: "approved" as const,
  },
];

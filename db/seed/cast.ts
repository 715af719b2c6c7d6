/**
 * The named cast: two districts and the people around them, the same in the demo, the tests and the journeys.
 * Invented people on a real map (the Quad Cities for Riverbend, Erie for Lakeshore). Ids are fixed so that a test may
 * name them.
 */
import { fixedId as id } from "./fixed-id.ts";

/** Every person of the cast signs in with this password; they are refused in production (`users.is_demo`). */
export const DEMO_PASSWORD = "riverbend-demo-2027";
/** argon2id of DEMO_PASSWORD. */
export const DEMO_PASSWORD_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$VqcgmqukN7JI8UsBj0zCYA$Bxa8q/MC/KX3NCnjnVHl/YPmLRcEsIKz5wgvT3l35uo";

export const districts = {
  riverbend: {
    id: id(1, 1),
    slug: "riverbend",
    name: "Riverbend Community Schools",
    timeZone: "America/Chicago",
    state: "IL",
    latitude: 41.5067,
    longitude: -90.5151,
    contactEmail: "partnerships@riverbend.example",
  },
  lakeshore: {
    id: id(1, 2),
    slug: "lakeshore",
    name: "Lakeshore Unified",
    timeZone: "America/New_York",
    state: "PA",
    latitude: 42.1292,
    longitude: -80.0851,
    contactEmail: "partners@lakeshore.example",
  },
} as const;

export const people = {
  /** Coordinator who does most reviews in Riverbend. */
  dana: { id: id(2, 1), name: "Dana Whitfield", email: "dana@riverbend.example", locale: "en" },
  /** Second coordinator of Riverbend: decides at the same time as Dana. */
  marcus: { id: id(2, 2), name: "Marcus Lee", email: "marcus@riverbend.example", locale: "en" },
  ines: { id: id(2, 3), name: "Inés Ortega", email: "ines@riverbend.example", locale: "es" },
  priya: { id: id(2, 4), name: "Priya Natarajan", email: "priya@lakeshore.example", locale: "en" },
  /** Owns a bike shop. */
  tomas: { id: id(2, 11), name: "Tomás Rivera", email: "tomas@bluestembikes.example", locale: "es" },
  /** Acts for two organizations: the college and the community kitchen. */
  grace: { id: id(2, 12), name: "Grace Okafor", email: "grace@riverbendcollege.example", locale: "en" },
  hal: { id: id(2, 13), name: "Hal Jensen", email: "hal@quadparks.example", locale: "en" },
  mei: { id: id(2, 14), name: "Mei Tran", email: "mei@prairiehealth.example", locale: "en" },
  /** A student of Riverbend, 15, and a sister of 17; Rosa is their mother. */
  leo: { id: id(2, 21), name: "Leo Castillo", email: "leo@families.example", locale: "en" },
  ana: { id: id(2, 22), name: "Ana Castillo", email: "ana@families.example", locale: "en" },
  rosa: { id: id(2, 23), name: "Rosa Castillo", email: "rosa@families.example", locale: "es" },
  /** A student and a parent of Lakeshore who are not family. */
  noah: { id: id(2, 24), name: "Noah Berg", email: "noah@families.example", locale: "en" },
  ruth: { id: id(2, 25), name: "Ruth Adeyemi", email: "ruth@families.example", locale: "en" },
  /** Lakeshore's admin. */
  carl: { id: id(2, 5), name: "Carl Novak", email: "carl@lakeshore.example", locale: "en" },
  /** Runs the platform. */
  joan: { id: id(2, 31), name: "Joan Meyer", email: "joan@waypost.example", locale: "en" },
  /** A partner of Lakeshore only. */
  owen: { id: id(2, 15), name: "Owen Barr", email: "owen@harbormakers.example", locale: "en" },
} as const;

export const staff = [
  { userId: people.dana.id, districtId: districts.riverbend.id, role: "coordinator" },
  { userId: people.marcus.id, districtId: districts.riverbend.id, role: "coordinator" },
  { userId: people.ines.id, districtId: districts.riverbend.id, role: "admin" },
  { userId: people.priya.id, districtId: districts.lakeshore.id, role: "coordinator" },
  { userId: people.carl.id, districtId: districts.lakeshore.id, role: "admin" },
] as const;

export const students = [
  { userId: people.leo.id, districtId: districts.riverbend.id },
  { userId: people.ana.id, districtId: districts.riverbend.id },
  { userId: people.noah.id, districtId: districts.lakeshore.id },
] as const;

export const parents = [
  { userId: people.rosa.id, districtId: districts.riverbend.id },
  { userId: people.ruth.id, districtId: districts.lakeshore.id },
] as const;

/** Leo is confirmed by both; Ana's link waits for her. */
export const guardianships = [
  {
    id: id(7, 1),
    studentId: people.leo.id,
    parentId: people.rosa.id,
    districtId: districts.riverbend.id,
    confirmed: true,
  },
  {
    id: id(7, 2),
    studentId: people.ana.id,
    parentId: people.rosa.id,
    districtId: districts.riverbend.id,
    confirmed: false,
  },
] as const;

export const organizations = {
  bluestem: {
    id: id(3, 1),
    name: "Bluestem Bikes",
    sector: "business",
    about: "A family bike shop that sells, fixes and rents bicycles beside the river path since 1998.",
    website: "https://bluestembikes.example",
    street: "1621 River Drive",
    city: "Moline",
    state: "IL",
    zip: "61265",
    latitude: 41.5072,
    longitude: -90.5178,
  },
  college: {
    id: id(3, 2),
    name: "Riverbend Community College",
    sector: "higher_education",
    about:
      "A two-year public college with 60 programs, from welding to nursing, and open doors for high school students.",
    website: "https://riverbendcollege.example",
    street: "6400 34th Avenue",
    city: "Moline",
    state: "IL",
    zip: "61265",
    latitude: 41.4759,
    longitude: -90.4483,
  },
  kitchen: {
    id: id(3, 3),
    name: "St. Brigid Community Kitchen",
    sector: "faith_based",
    about: "Cooks and serves a hot supper five evenings a week. Everyone is welcome at the table and in the kitchen.",
    website: "https://stbrigidkitchen.example",
    street: "2810 5th Avenue",
    city: "Rock Island",
    state: "IL",
    zip: "61201",
    latitude: 41.5045,
    longitude: -90.5556,
  },
  parks: {
    id: id(3, 4),
    name: "Quad River Parks & Recreation",
    sector: "recreation",
    about: "Runs pools, trails, ball fields and summer day camps on both sides of the water.",
    website: "https://quadparks.example",
    street: "1320 24th Street",
    city: "Rock Island",
    state: "IL",
    zip: "61201",
    latitude: 41.4968,
    longitude: -90.5625,
  },
  health: {
    id: id(3, 5),
    name: "Prairie Health Network",
    sector: "health",
    about: "Two hospitals and eleven clinics, with a team that has taught high school students for twenty years.",
    website: "https://prairiehealth.example",
    street: "2701 17th Street",
    city: "Rock Island",
    state: "IL",
    zip: "61201",
    latitude: 41.4835,
    longitude: -90.5701,
  },
  harbor: {
    id: id(3, 6),
    name: "Harbor Makers",
    sector: "nonprofit",
    about: "A shared workshop on the bayfront: wood, metal, sewing, print, and people who like to teach.",
    website: "https://harbormakers.example",
    street: "245 West 12th Street",
    city: "Erie",
    state: "PA",
    zip: "16501",
    latitude: 42.1224,
    longitude: -80.0893,
  },
} as const;

export const memberships = [
  { userId: people.tomas.id, organizationId: organizations.bluestem.id, role: "owner" },
  { userId: people.grace.id, organizationId: organizations.college.id, role: "owner" },
  { userId: people.grace.id, organizationId: organizations.kitchen.id, role: "member" },
  { userId: people.hal.id, organizationId: organizations.parks.id, role: "owner" },
  { userId: people.mei.id, organizationId: organizations.health.id, role: "owner" },
  { userId: people.owen.id, organizationId: organizations.harbor.id, role: "owner" },
] as const;

/** Bluestem and the parks are partners of both districts; the kitchen waits to be vetted by Lakeshore. */
export const partnerships = [
  { organizationId: organizations.bluestem.id, districtId: districts.riverbend.id, status: "approved" },
  { organizationId: organizations.bluestem.id, districtId: districts.lakeshore.id, status: "approved" },
  { organizationId: organizations.college.id, districtId: districts.riverbend.id, status: "approved" },
  { organizationId: organizations.kitchen.id, districtId: districts.riverbend.id, status: "approved" },
  { organizationId: organizations.kitchen.id, districtId: districts.lakeshore.id, status: "requested" },
  { organizationId: organizations.parks.id, districtId: districts.riverbend.id, status: "approved" },
  { organizationId: organizations.parks.id, districtId: districts.lakeshore.id, status: "approved" },
  { organizationId: organizations.health.id, districtId: districts.riverbend.id, status: "approved" },
  { organizationId: organizations.harbor.id, districtId: districts.lakeshore.id, status: "approved" },
] as const;

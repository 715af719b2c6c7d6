/**
 * The named cast: two districts and the people around them, the same in the demo, the tests and the journeys.
 * Invented people on a real map (the Quad Cities for Riverbend, Erie for Lakeshore). Ids are fixed so that a test may
 * name them; `id(…)` only shortens them.
 */
const id = (area: number, n: number) =>
  `00000000-0000-4000-8${area.toString().padStart(3, "0")}-${n.toString().padStart(12, "0")}`;

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
  /** A partner of Lakeshore only. */
  owen: { id: id(2, 15), name: "Owen Barr", email: "owen@harbormakers.example", locale: "en" },
} as const;

export const staff = [
  { userId: people.dana.id, districtId: districts.riverbend.id, role: "coordinator" },
  { userId: people.marcus.id, districtId: districts.riverbend.id, role: "coordinator" },
  { userId: people.ines.id, districtId: districts.riverbend.id, role: "admin" },
  { userId: people.priya.id, districtId: districts.lakeshore.id, role: "coordinator" },
] as const;

export const organizations = {
  bluestem: { id: id(3, 1), name: "Bluestem Bikes", sector: "business" },
  college: { id: id(3, 2), name: "Riverbend Community College", sector: "higher_education" },
  kitchen: { id: id(3, 3), name: "St. Brigid Community Kitchen", sector: "faith_based" },
  parks: { id: id(3, 4), name: "Quad River Parks & Recreation", sector: "recreation" },
  health: { id: id(3, 5), name: "Prairie Health Network", sector: "health" },
  harbor: { id: id(3, 6), name: "Harbor Makers", sector: "nonprofit" },
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

import { existsSync, readFileSync } from "node:fs";
import type { SearchDocument } from "#app/search/search-index.ts";
import { BELLS, PARTS_OF_DAY } from "#app/domain/listings/week-times.ts";
import { ACCESS, DAYS, SPOKEN_LANGUAGES } from "#app/domain/opportunities/choices.ts";
import { KIND_CODES, KINDS } from "#app/domain/opportunities/kinds.ts";
import { SECTORS } from "#app/domain/organizations/sectors.ts";
import { COUNTS_TOWARD } from "#app/search/criteria.ts";

const TITLES = "../shared/data/careers/onet_29.3_Sample_of_Reported_Titles.txt";
const FALLBACK =
  "Tutor,Photographer,Welder,Nurse Aide,Robotics Mentor,Library Helper,Gardener,Carpenter,Chef,Coach,Animator,Biologist,Cashier,Electrician,Farm Hand,Graphic Designer,Mechanic,Museum Guide,Paramedic,Plumber,Programmer,Radio Host,Social Worker,Surveyor,Veterinary Assistant";
const NOUNS =
  "students children customers patients machines gardens records music animals bikes meals books cameras computers rivers trails houses engines families neighbors events maps plants stories reports websites tools budgets murals robots bridges clinics kitchens theaters streets forests museums".split(
    " ",
  );
const VERBS =
  "help learn repair build plan teach measure design clean paint guide cook record test write sort plant carry present practice film code weld read draw care organize interview sell count".split(
    " ",
  );
const PLACES = "Riverside Hilltop Oakwood Lakeview Central Northgate Maple Harbor Prairie Sunset Granite Willow".split(
  " ",
);
const BODIES =
  "Works Studio Clinic College Market Garden Center Foundation Labs Library Shop Farm Theater Union Partners".split(
    " ",
  );
const PAY = [["paid"], ["stipend"], ["unpaid"], ["unpaid", "credit"], ["paid", "credit"]];
const WHEN = ["after_school", "school_day", "weekend", "summer", "school_year", "flexible"];
const SETTINGS = ["on_site", "on_site", "on_site", "hybrid", "remote"];
const TRANSPORT = ["walkable", "bus", "ride_offered", "bike_parking", "car_needed"];
const CLUSTERS = Array.from({ length: 14 }, (_, n) => `${String(n + 1).padStart(2, "0")}0000`);

/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Titles people really use for an occupation (O*NET 29.3, CC BY 4.0) when the file is there. */
export function titles(): string[] {
  if (!existsSync(TITLES)) return FALLBACK.split(",");
  const rows = readFileSync(TITLES, "utf8").trim().split("\n").slice(1);
  return [...new Set(rows.map((row) => row.split("\t")[2]!.replace(/\s*\(.*\)/, "")))];
}

/** Believable listings of one district around Moline, Illinois; some closed, some without a point. */
export function generateListings(count: number, districtId: string, now: number): SearchDocument[] {
  const random = seeded(50_000);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const some = <T>(all: readonly T[], share: number) => all.filter(() => random() < share);
  const jobs = titles();
  const sentence = () => `${pick(VERBS)} ${pick(NOUNS)} and ${pick(VERBS)} the ${pick(NOUNS)}`;
  return Array.from({ length: count }, (_, n) => {
    const kind = pick(KIND_CODES);
    const from = Math.floor(random() * 10);
    return {
      id: `00000000-0000-4000-9000-${n.toString(16).padStart(12, "0")}`,
      version: 1,
      districtId,
      title: `${pick(jobs)} ${pick(["Assistant", "Helper", "Intern", "for a Day", "Team", ""])}`.trim(),
      organization: `${pick(PLACES)} ${pick(BODIES)}`,
      summary: `You ${sentence()}. ${sentence()}.`,
      body: Array.from({ length: 12 }, sentence).join(". "),
      keywords: [kind.replace(/([a-z])([A-Z])/g, "$1 $2"), pick(NOUNS), pick(jobs)],
      kind,
      stage: KINDS[kind].stage,
      sector: pick(SECTORS),
      organizationId: `00000000-0000-4000-a000-${Math.floor(random() * 500)
        .toString(16)
        .padStart(12, "0")}`,
      clusters: [...new Set([pick(CLUSTERS), ...some(CLUSTERS, 0.03)])],
      subClusters: [],
      pathways: some(["making", "health", "media-arts", "agriculture", "public-service", "business"], 0.15),
      labels: [],
      pay: pick(PAY),
      when: [...new Set([pick(WHEN), ...some(WHEN, 0.15)])],
      cost: random() < 0.6 ? "free" : null,
      clearance: random() < 0.5 ? "none" : null,
      counts: some(COUNTS_TOWARD, 0.3),
      days: some(DAYS, 0.3),
      times: some(PARTS_OF_DAY, 0.4),
      bells: BELLS.slice(0, Math.floor(random() * BELLS.length)),
      languages: ["en", ...some(SPOKEN_LANGUAGES.slice(1), 0.1)],
      access: some(ACCESS, 0.3),
      grades: Array.from({ length: 13 - from }, (_, grade) => grade + from),
      setting: pick(SETTINGS),
      transport: some(TRANSPORT, 0.3),
      point:
        random() < 0.1 ? null : { latitude: 41.5 + (random() - 0.5) * 1.2, longitude: -90.5 + (random() - 0.5) * 1.6 },
      publishedAt: Math.floor(now - random() * 90 * 86_400),
      closesAt: random() < 0.2 ? null : Math.floor(now + (random() * 120 - 3) * 86_400),
    };
  });
}

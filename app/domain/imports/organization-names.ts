import type { Sector } from "../organizations/sectors.ts";
import { normalizeWords } from "./text-values.ts";

const LEGAL_FORMS = /\b(?:incorporated|inc|llc|ltd|corporation|corp|co|company|pc|llp|the)\b/g;

/** Two spellings of one partner come out the same: "The Bike Co., Inc." and "bike". Never empty. */
export function organizationKey(name: string) {
  const words = normalizeWords(name);
  return words.replace(LEGAL_FORMS, " ").replace(/\s+/g, " ").trim() || words || name.trim();
}

/** Tried in this order: the words that leave least doubt first. */
const SECTOR_WORDS: [RegExp, Sector][] = [
  [/\b(?:universit|college|institute of technology|universidad|colegio comunitario)/, "higher_education"],
  [/\b(?:juvenile|probation|detention)\b/, "juvenile_justice"],
  [
    /\b(?:church|synagogue|mosque|temple|parish|ministr|catholic|lutheran|episcopal|baptist|methodist|jewish|islamic|iglesia)/,
    "faith_based",
  ],
  [/\b(?:hospital|hospice|clinic|medical|health|nursing|cancer|blood|home ?care|salud)/, "health"],
  [/\b(?:parks?|recreation|ymca|ywca|zoo|botanical|aquarium|parque)\b/, "recreation"],
  [
    /\b(?:department of|dept|city of|county|public library|nypd|fire department|mayor|municipal|housing authority|ciudad de)\b/,
    "local_government",
  ],
  [/\b(?:union|local \d+|brotherhood of|sindicato)\b/, "labor"],
  [/\b(?:llc|llp|ltd|company|corporation|corp|shop|restaurant|bank|studios?|bakery)\b/, "business"],
];

/** What sort of organization a name suggests; most that lend a district a list are nonprofits. */
export function guessSector(name: string): Sector {
  const words = normalizeWords(name);
  return SECTOR_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? "nonprofit";
}

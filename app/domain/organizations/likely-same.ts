/**
 * Whether two organizations are likely one: people spell the same partner in many ways, and each way entered anew would
 * have to be vetted anew. It hints and never decides; the person who joins, or a coordinator, does.
 */
import { organizationKey } from "../imports/organization-names.ts";
import { normalizeWords } from "../imports/text-values.ts";

export interface Traits {
  name: string;
  website?: string | null;
  street?: string | null;
  zip?: string | null;
  /** Hosts of its people's mail that are its own. */
  mailHosts?: readonly string[];
}

/** How much each sign alone says that two are one, from 0 to 1. */
const WEIGHTS = {
  same_name: 0.95,
  acronym: 0.8,
  similar_name: 0.65,
  same_website: 0.7,
  same_mail: 0.6,
  same_address: 0.5,
} as const;

export type SameReason = keyof typeof WEIGHTS;
export interface Likeness {
  score: number;
  reasons: SameReason[];
}

export const LIKELY = 0.5;

/** What an organization is compared by, worked out of its traits once, however many it is compared with. */
export interface Signs {
  key: string;
  words: readonly string[];
  /** The words in their alphabet's order, as one text. */
  sorted: string;
  /** Of a name of several words. */
  acronyms: readonly string[];
  host: string | null;
  mailHosts: readonly string[];
  address: string | null;
}

export function signsOf({ name, website, mailHosts = [], ...address }: Traits): Signs {
  const key = organizationKey(name);
  const words = key.split(" ");
  const acronyms = words.length > 1 ? acronymsOf(key) : [];
  const sorted = words.toSorted().join(" ");
  return { key, words, sorted, acronyms, host: ownHost(website), mailHosts, address: addressKey(address) };
}

export const likenessOf = (a: Traits, b: Traits): Likeness => likenessBy(signsOf(a), signsOf(b));

export function likenessBy(a: Signs, b: Signs): Likeness {
  const reasons = [nameReason(a, b), websiteReason(a, b), mailReason(a, b), addressReason(a, b)].filter(
    (reason) => reason !== null,
  );
  // Independent signs: each leaves only a part of the doubt.
  const doubt = reasons.reduce((left, reason) => left * (1 - WEIGHTS[reason]), 1);
  return { score: 1 - doubt, reasons };
}

function nameReason(a: Signs, b: Signs): SameReason | null {
  if (a.key === b.key || a.key.replaceAll(" ", "") === b.key.replaceAll(" ", "")) return "same_name";
  if (isAcronym(a, b) || isAcronym(b, a)) return "acronym";
  return isSimilar(a, b) ? "similar_name" : null;
}

const SMALL_WORDS = new Set(["a", "and", "at", "de", "del", "for", "in", "la", "of", "on", "y"]);
const SHORTEST_ACRONYM = 3;

/** The first letters of a name, with and without its small words: "nyu", "uoi" and "ui". */
export function acronymsOf(name: string): string[] {
  const words = normalizeWords(name).split(" ").filter(Boolean);
  const initials = (kept: string[]) => kept.map((word) => word[0]).join("");
  const kept = words.filter((word) => !SMALL_WORDS.has(word));
  return [...new Set([initials(words), initials(kept)])].filter((letters) => letters.length >= SHORTEST_ACRONYM);
}

const isAcronym = (short: Signs, long: Signs) => long.acronyms.includes(short.key.replaceAll(" ", ""));

/** Typing mistakes, another order of words, or one name inside the other. */
function isSimilar(a: Signs, b: Signs): boolean {
  if (isTypo(a.key, b.key) || isTypo(a.sorted, b.sorted)) return true;
  const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  return few.length >= 2 && few.every((word) => many.some((each) => each === word || isTypo(each, word)));
}

/** One letter in five may differ, three at most; short words must be the same. */
const isTypo = (one: string, other: string) => {
  const allowed = Math.min(3, Math.floor(Math.min(one.length, other.length) / 5));
  return allowed > 0 && Math.abs(one.length - other.length) <= allowed && editDistance(one, other) <= allowed;
};

/** Letters added, dropped, replaced or swapped with a neighbor (optimal string alignment). */
function editDistance(one: string, other: string): number {
  let earlier: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1;
      const least = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + differs);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(swapped ? Math.min(least, earlier[column - 2]! + 1) : least);
    }
    [earlier, above] = [above, current];
  }
  return above.at(-1)!;
}

/** Where thousands have a page: the same host says nothing. */
const SHARED_HOSTS = ["facebook.com", "instagram.com", "linkedin.com", "linktr.ee", "yelp.com", "google.com"];
const PAGE_MAKERS = ["wixsite.com", "weebly.com", "squarespace.com", "wordpress.com", "github.io", "blogspot.com"];

/** The host an organization calls its own, without `www.`; null for none and for shared ones. */
export function ownHost(website: string | null | undefined): string | null {
  if (!website || !URL.canParse(website)) return null;
  const host = new URL(website).hostname.toLowerCase().replace(/^www\./, "");
  const isShared = SHARED_HOSTS.some((shared) => host === shared || host.endsWith(`.${shared}`));
  return host.includes(".") && !isShared && !PAGE_MAKERS.includes(host) ? host : null;
}

function websiteReason({ host: one }: Signs, { host: other }: Signs): SameReason | null {
  if (!one || !other) return null;
  return one === other || isBelow(one, other) || isBelow(other, one) ? "same_website" : null;
}

/** "law.nyu.edu" is below "nyu.edu"; two customers of one page maker are below the same host and not each other. */
const isBelow = (host: string, other: string) => host.endsWith(`.${other}`);

/** Where anybody has an address. */
const FREE_MAIL = ["gmail.com", "yahoo.com", "outlook.com", "hotmail.com", "icloud.com", "aol.com", "proton.me"];

/** The host of an address, unless thousands share it. */
export function ownMailHost(email: string): string | null {
  const host = email.split("@").at(-1)?.toLowerCase() ?? "";
  return host.includes(".") && !FREE_MAIL.includes(host) ? host : null;
}

const mailReason = (a: Signs, b: Signs): SameReason | null =>
  a.mailHosts.some((host) => b.mailHosts.includes(host)) ? "same_mail" : null;

const STREET_WORDS: Record<string, string> = {
  ...{ street: "st", avenue: "ave", road: "rd", boulevard: "blvd", drive: "dr", lane: "ln", court: "ct", place: "pl" },
  ...{ highway: "hwy", parkway: "pkwy", north: "n", south: "s", east: "e", west: "w", first: "1st", second: "2nd" },
};

function addressKey({ street, zip }: Pick<Traits, "street" | "zip">): string | null {
  const words = normalizeWords(street ?? "").replace(/ (?:suite|ste|unit|apt|floor|fl|room|rm|no)\b.*$/, "");
  if (!/\d/.test(words) || !zip) return null;
  return [...words.split(" ").map((word) => STREET_WORDS[word] ?? word), zip.slice(0, 5)].join(" ");
}

const addressReason = (a: Signs, b: Signs): SameReason | null =>
  a.address !== null && a.address === b.address ? "same_address" : null;

/**
 * Short addresses for paper and for messages: `/go/` and a code, made when something is first printed or shown. A code is
 * never given twice, also when what it led to is gone.
 */
import { randomInt } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { districts, pathways } from "#db/schema/districts.ts";
import { editions } from "#db/schema/editions.ts";
import { listings } from "#db/schema/listings.ts";
import { shortLinks } from "#db/schema/printing.ts";
import { CODE_LENGTH, CODE_SIGNS } from "./short-code.ts";

/** Of a district's listings, by their ids. */
export const codesOfListings = (db: Database, districtId: string, listingIds: readonly string[]) =>
  ensureCodes(db, "listingId", districtId, listingIds);

export async function codeOfListing(db: Database, districtId: string, listingId: string): Promise<string | null> {
  return (await codesOfListings(db, districtId, [listingId])).get(listingId) ?? null;
}

export async function codeOfPathway(db: Database, districtId: string, pathwayId: string): Promise<string | null> {
  return (await ensureCodes(db, "pathwayId", districtId, [pathwayId])).get(pathwayId) ?? null;
}

/** Of what is published: a draft has no number to be asked by. */
export async function codeOfEdition(db: Database, districtId: string, number: number): Promise<string | null> {
  const numbered = and(eq(editions.districtId, districtId), eq(editions.number, number));
  const [edition] = await db.select({ id: editions.id }).from(editions).where(numbered);
  return edition ? ((await ensureCodes(db, "editionId", districtId, [edition.id])).get(edition.id) ?? null) : null;
}

const AT_ONCE = 1_000;
const MOST_TRIES = 5;

/** A code that was drawn before, or a target another request was quicker with, is left out by Postgres and read again. */
async function ensureCodes(
  db: Database,
  target: "listingId" | "pathwayId" | "editionId",
  districtId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const of = shortLinks[target];
  const drawn = (id: string) => ({ code: newCode(), districtId, [target]: id });
  const codes = new Map<string, string>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    let missing = ids.slice(at, at + AT_ONCE);
    for (let tries = 0; missing.length > 0 && tries < MOST_TRIES; tries++) {
      if (tries > 0) await db.insert(shortLinks).values(missing.map(drawn)).onConflictDoNothing();
      const found = await db.select({ code: shortLinks.code, id: of }).from(shortLinks).where(inArray(of, missing));
      for (const { code, id } of found) if (id) codes.set(id, code);
      missing = missing.filter((id) => !codes.has(id));
    }
  }
  return codes;
}

const newCode = () =>
  Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS.charAt(randomInt(CODE_SIGNS.length))).join("");

export type ShortLinkTarget =
  | { to: "listing"; district: string; slug: string }
  | { to: "pathway"; district: string; slug: string }
  | { to: "edition"; district: string; number: number }
  /** What it led to is gone; its district is not. */
  | { to: "list"; district: string };

/** Null: nobody was ever given this code. */
export async function followShortLink(db: Database, code: string): Promise<ShortLinkTarget | null> {
  const [found] = await db
    .select({ district: districts.slug, listing: listings.slug, pathway: pathways.slug, edition: editions.number })
    .from(shortLinks)
    .innerJoin(districts, eq(districts.id, shortLinks.districtId))
    .leftJoin(listings, eq(listings.id, shortLinks.listingId))
    .leftJoin(pathways, eq(pathways.id, shortLinks.pathwayId))
    .leftJoin(editions, eq(editions.id, shortLinks.editionId))
    .where(eq(shortLinks.code, code));
  if (!found) return null;
  const { district, listing, pathway, edition } = found;
  if (listing) return { to: "listing", district, slug: listing };
  if (pathway) return { to: "pathway", district, slug: pathway };
  return edition === null ? { to: "list", district } : { to: "edition", district, number: edition };
}

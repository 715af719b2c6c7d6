/**
 * A person's own organization: looked for first among those that are here, under any spelling, and created when none of
 * them is theirs. Whoever creates it owns it.
 */
import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { memberships, organizations } from "#db/schema/organizations.ts";
import { zipPoints } from "#db/schema/reference.ts";
import { done, refused, type Context, type Outcome, type Person } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { organizationKey } from "../imports/organization-names.ts";
import { once } from "../once.server.ts";
import { acronymsOf, LIKELY, likenessOf, ownHost, type SameReason, type Traits } from "./likely-same.ts";
import { isStudent } from "./membership-requests.server.ts";
import type { Sector } from "./sectors.ts";

export interface FoundOrganization {
  id: string;
  name: string;
  sector: Sector;
  city: string | null;
  reasons: SameReason[];
  isLikelySame: boolean;
}

const MOST_FOUND = 8;
/** As pg_trgm counts common trigrams; SQL narrows generously, `likenessOf` decides. */
const LEAST_SIMILAR = 0.25;

/** Organizations that may be the one described, the likeliest first. */
export async function findLikelySame(db: Database, traits: Traits, exceptId?: string): Promise<FoundOrganization[]> {
  const key = organizationKey(traits.name);
  if (!key) return [];
  const host = ownHost(traits.website);
  const name = sql`lower(${organizations.name})`;
  const initials = sql`(select string_agg(left(word, 1), '' order by place) from regexp_split_to_table(${name}, '[^[:alnum:]]+') with ordinality as words(word, place))`;
  const letters = key.replaceAll(" ", "");
  const rows = await db
    .select()
    .from(organizations)
    .where(
      and(
        isNull(organizations.mergedIntoId),
        or(
          sql`similarity(${name}, ${key}) >= ${LEAST_SIMILAR}`,
          sql`strict_word_similarity(${key}, ${name}) >= 0.6`,
          sql`${name} like ${`%${key.replace(/[\\%_]/g, "\\$&")}%`}`,
          sql`regexp_replace(${name}, '[^[:alnum:]]', '', 'g') in ${[letters, ...acronymsOf(key)]}`,
          // A few letters may stand for a long name; small words may be left out of them.
          PLAIN.test(letters) ? sql`${initials} ~ ${lettersInOrder(letters)}` : undefined,
          host ? sql`${organizations.website} ilike ${`%${host.split(".").slice(-2).join(".")}%`}` : undefined,
          traits.zip && traits.street ? eq(organizations.zip, traits.zip) : undefined,
        ),
      ),
    )
    .orderBy(sql`similarity(${name}, ${key}) desc`)
    .limit(200);
  return rows
    .filter(({ id }) => id !== exceptId)
    .map((row) => ({ row, ...likenessOf(traits, row), contains: organizationKey(row.name).includes(key) }))
    .filter(({ score, contains }) => score > 0 || contains)
    .sort((a, b) => b.score - a.score || Number(b.contains) - Number(a.contains))
    .slice(0, MOST_FOUND)
    .map(({ row: { id, name, sector, city }, score, reasons }) => ({
      ...{ id, name, sector, city, reasons },
      isLikelySame: score >= LIKELY,
    }));
}

const PLAIN = /^[\p{L}\p{N}]{2,8}$/u;
const lettersInOrder = (letters: string) => `^.?${[...letters].map((letter) => `[${letter}]`).join(".?")}$`;

export interface Founding extends Traits {
  sector: Sector;
  about: string | null;
  website: string | null;
  street: string | null;
  city: string;
  state: string;
  zip: string;
  /** The person saw the likely ones and says none is theirs. */
  isNew: boolean;
  idempotencyKey: string;
}
type Founded = { organizationId: string };
export type FoundingRefusal = "likely_same" | "not_for_students";

export function createOrganization(
  ctx: Context<Person>,
  { isNew, idempotencyKey, ...facts }: Founding,
): Promise<Outcome<Founded, FoundingRefusal>> {
  return once<Person, Founded, FoundingRefusal>(ctx, "create-organization", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    if (await isStudent(db, actor.userId)) return refused("not_for_students");
    if (!isNew && (await findLikelySame(db, facts)).some(({ isLikelySame }) => isLikelySame))
      return refused("likely_same");
    const organizationId = await found(ctx, facts);
    await db.insert(memberships).values({ userId: actor.userId, organizationId, role: "owner", createdAt: now });
    return done({ organizationId });
  });
}

type Facts = Omit<Founding, "isNew" | "idempotencyKey">;

/** An organization nobody acts for yet; in the caller's transaction. */
export async function found(ctx: Context, facts: Facts): Promise<string> {
  const [point] = await ctx.db.select().from(zipPoints).where(eq(zipPoints.zip, facts.zip));
  const place = point && { latitude: point.latitude, longitude: point.longitude };
  const { name, sector, about, website, street, city, state, zip } = facts;
  const [organization] = await ctx.db
    .insert(organizations)
    .values({ name, sector, about, website, street, city, state, zip, ...place, createdAt: ctx.now })
    .returning({ id: organizations.id });
  await recordEvent(ctx, "organization.created", { id: organization!.id, detail: { sector } });
  return organization!.id;
}

/**
 * Booklets are printed once for all who ask. The row of one says what it is made of and how far it is; the first to ask
 * has a job begin, everybody else waits for the same. Paper is never older than the list: what a change has overtaken
 * is printed anew when it is next asked for.
 */
import { and, asc, desc, eq, isNull, lt, ne, notInArray, sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { bookletParts, booklets } from "#db/schema/printing.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Context, System } from "../context.ts";
import { getDistrict, type District } from "../districts/districts.server.ts";
import { localDate } from "../districts/zone.ts";

export type Booklet = typeof booklets.$inferSelect;
/** Which of a district's booklets. */
export type WhichBooklet = Pick<Booklet, "edition" | "locale" | "size" | "query">;
type Reading = Pick<Context, "db" | "now">;

/** Searches of a district that are kept printed; those asked for longest ago make room. */
export const MOST_SEARCHES = 40;
/** One that failed is tried again by itself; a reader may ask for that after so long. */
const AGAIN_AFTER_MS = 60_000;

export async function findBooklet({ db }: Reading, district: District, which: WhichBooklet): Promise<Booklet | null> {
  const [found] = await db.select().from(booklets).where(isOne(district.id, which));
  return found ?? null;
}

/** Whether it says what the list says now. */
export function isCurrent({ now }: Pick<Context, "now">, district: District, booklet: Booklet): boolean {
  if (booklet.edition !== null) return true;
  return booklet.listVersion === district.listVersion && booklet.listDay === localDate(now, district.timeZone);
}

/** Whether a reader must wait for nothing, or for what others began. */
export function isUnderWay(ctx: Pick<Context, "now">, district: District, booklet: Booklet): boolean {
  if (booklet.state === "ready") return isCurrent(ctx, district, booklet);
  return booklet.state !== "failed" || ctx.now.getTime() - booklet.askedAt.getTime() < AGAIN_AFTER_MS;
}

/** The booklet, begun if nobody did: of many who ask at once, one begins it. */
export async function askForBooklet(ctx: Reading, district: District, which: WhichBooklet): Promise<Booklet> {
  const { edition, locale, size, query } = which;
  const state = edition === null ? stateOf(ctx, district) : { listVersion: null, listDay: null };
  const asked = { ...state, state: "waiting", page: 0, pages: null, askedAt: ctx.now } as const;
  const found = await ctx.db.transaction(async (tx) => {
    const again = new Date(ctx.now.getTime() - AGAIN_AFTER_MS);
    const [begun] = await tx
      .insert(booklets)
      .values({ districtId: district.id, edition, locale, size, query, ...asked })
      .onConflictDoUpdate({
        target: [booklets.districtId, booklets.edition, booklets.locale, booklets.size, booklets.query],
        set: asked,
        setWhere: sql`(${booklets.state} = 'ready' and (${booklets.listVersion}, ${booklets.listDay})
          is distinct from (excluded.list_version, excluded.list_day))
          or (${booklets.state} = 'failed' and ${lt(booklets.askedAt, again)})`,
      })
      .returning();
    if (!begun) return null;
    const job = { key: `print-booklet:${begun.id}`, maxAttempts: 3 };
    await enqueue(tx, "print-booklet", { bookletId: begun.id }, job);
    if (query) await dropSearches(tx, district.id);
    return begun;
  });
  return found ?? (await findBooklet(ctx, district, which))!;
}

const stateOf = ({ now }: Pick<Context, "now">, district: District) => ({
  listVersion: district.listVersion,
  listDay: localDate(now, district.timeZone),
});

const isOne = (districtId: string, { edition, locale, size, query }: WhichBooklet): SQL | undefined =>
  and(
    ...[eq(booklets.districtId, districtId), eq(booklets.locale, locale), eq(booklets.size, size)],
    edition === null ? isNull(booklets.edition) : eq(booklets.edition, edition),
    eq(booklets.query, query),
  );

async function dropSearches(tx: Database, districtId: string) {
  const searches = and(eq(booklets.districtId, districtId), ne(booklets.query, ""));
  const kept = tx
    .select({ id: booklets.id })
    .from(booklets)
    .where(searches)
    .orderBy(desc(booklets.askedAt), asc(booklets.id))
    .limit(MOST_SEARCHES);
  await tx.delete(booklets).where(and(searches, notInArray(booklets.id, kept)));
}

/** Of this district, for the page that waits for it. */
export async function getBooklet(db: Database, districtId: string, id: string): Promise<Booklet | null> {
  const [found] = await db
    .select()
    .from(booklets)
    .where(and(eq(booklets.id, id), eq(booklets.districtId, districtId)));
  return found ?? null;
}

export interface Run {
  booklet: Booklet;
  district: District;
}

/**
 * Begins to print it, also what a killed job had begun; null when there is nothing to do. The version is read before
 * the list, so that a booklet can only be newer than it says.
 */
export async function beginBooklet(ctx: Context<System>, id: string): Promise<Run | null> {
  const [asked] = await ctx.db.select().from(booklets).where(eq(booklets.id, id));
  const district = asked && (await getDistrict(ctx.db, asked.districtId));
  if (!district || asked.state === "ready") return null;
  const state = asked.edition === null ? stateOf(ctx, district) : {};
  const [booklet] = await ctx.db
    .update(booklets)
    .set({ ...state, state: "printing", run: sql`${booklets.run} + 1`, page: 0, pages: null })
    .where(eq(booklets.id, id))
    .returning();
  if (!booklet) return null;
  // Whoever is still reading the last one reads on.
  await ctx.db.delete(bookletParts).where(and(eq(bookletParts.bookletId, id), lt(bookletParts.run, booklet.run - 1)));
  return { booklet, district };
}

const isRun = ({ id, run }: Booklet) => and(eq(booklets.id, id), eq(booklets.run, run));

/** False: another job has begun it since, or it is gone, and this one can stop. */
export async function tellPage(db: Database, booklet: Booklet, page: number, pages: number): Promise<boolean> {
  const told = await db.update(booklets).set({ page, pages }).where(isRun(booklet)).returning({ id: booklets.id });
  return told.length > 0;
}

export async function keepPart(db: Database, { id, run }: Booklet, position: number, bytes: Uint8Array) {
  await db.insert(bookletParts).values({ bookletId: id, run, position, bytes: Buffer.from(bytes) });
}

export async function finishBooklet(
  ctx: Context<System>,
  booklet: Booklet,
  file: { pages: number; length: number; digest: string },
) {
  await ctx.db
    .update(booklets)
    .set({ ...file, page: file.pages, state: "ready", madeAt: ctx.now })
    .where(isRun(booklet));
}

export async function failBooklet(ctx: Context<System>, booklet: Booklet) {
  await ctx.db.update(booklets).set({ state: "failed", askedAt: ctx.now }).where(isRun(booklet));
}

/** The file of a booklet that is ready, part by part. Ends in an error when it was overtaken twice meanwhile. */
export async function* readBooklet(db: Database, { id, run, length }: Booklet): AsyncGenerator<Uint8Array, void> {
  let left = length ?? 0;
  for (let position = 0; left > 0; position++) {
    const { bookletId, run: ofRun, position: at, bytes } = bookletParts;
    const [part] = await db
      .select({ bytes })
      .from(bookletParts)
      .where(and(eq(bookletId, id), eq(ofRun, run), eq(at, position)));
    if (!part) throw new Error(`booklet ${id} lost a part`);
    left -= part.bytes.length;
    yield part.bytes;
  }
}

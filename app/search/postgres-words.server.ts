/**
 * What a reader's words find. A word fits as typed, by its English or Spanish stem, or, when nothing on the list knows
 * it, by the known words a slip or two away; the last word also fits the beginning of a longer one. All must fit.
 */
import { sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { Bits } from "./bits.ts";
import type { WordMatch } from "./columns.ts";
import { edits, editsAllowed, fold, queryWords } from "./tokens.ts";

/** Of a common word's listings only the newest are ranked by how well they fit; the others follow, newest first. */
const MOST_RANKED = 1_500;
const MOST_CORRECTIONS = 6;
const SHORTEST_PREFIX = 3;

/** Null: the text holds no word. Reads nothing but parameters: any text is fine. */
export async function findWords(db: Database, districtId: string, text: string): Promise<WordMatch | null> {
  const words = queryWords(text);
  if (!words.length) return null;
  const corrections = await correct(db, words);
  const queries = words.map((word, i) => {
    const prefix = i === words.length - 1 && word.length >= SHORTEST_PREFIX;
    return wordQuery(word, prefix, corrections.get(word) ?? []);
  });
  const all = sql.join(queries, sql` && `);
  const any = sql.join(queries, sql` || `);
  return db.transaction(async (tx) => {
    // The planner does not know that reading a long vector for each row is dearer than the index.
    await tx.execute(sql`set local enable_seqscan = off`);
    const [row] = await tx.execute<{ slots: Buffer | null; ranked: Buffer | null }>(sql`
      with asked as materialized (select (${all}) as every, (${any}) as any_one),
      found as materialized (
        select slot from search_documents, asked
        where words @@ every and alive and (district_id = ${districtId}) is true
      ),
      headed as materialized (
        select slot, head from search_documents, asked
        where words @@ every and head @@ any_one and alive and (district_id = ${districtId}) is true
        order by slot desc limit ${MOST_RANKED}
      )
      select (select string_agg(int4send(slot), ''::bytea) from found) as slots,
        (select string_agg(int4send(slot) || float4send(ts_rank(head, any_one)), ''::bytea) from headed, asked) as ranked`);
    return { slots: slotsIn(row?.slots ?? null), scores: scoresIn(row?.ranked ?? null) };
  });
}

function wordQuery(word: string, prefix: boolean, corrections: string[]): SQL {
  const plain = fold(word);
  const forms = [
    sql`to_tsquery('simple', ${prefix ? `${plain}:*` : plain})`,
    sql`plainto_tsquery('english', ${plain})`,
    sql`plainto_tsquery('spanish', ${word})`,
    ...corrections.map((correction) => sql`plainto_tsquery('simple', ${correction})`),
  ];
  return sql`(${sql.join(forms, sql` || `)})`;
}

/** For each word nothing on any list knows: the known words nearest to it. */
async function correct(db: Database, words: string[]): Promise<Map<string, string[]>> {
  const asked = words.map((word, i) => ({ word, plain: fold(word), last: i === words.length - 1 }));
  const slips = asked.filter(({ plain }) => editsAllowed(plain) > 0);
  const corrections = new Map<string, string[]>();
  if (!slips.length) return corrections;
  const known = await knownAmong(db, slips);
  for (const { word, plain } of slips.filter(({ word }) => !known.has(word)))
    corrections.set(word, nearest(plain, await similarWords(db, plain)));
  return corrections;
}

async function knownAmong(db: Database, slips: { word: string; plain: string; last: boolean }[]): Promise<Set<string>> {
  const rows = slips.map(({ word, plain, last }) => sql`(${word}::text, ${plain}::text, ${last}::boolean)`);
  const known = await db.execute<{ typed: string }>(sql`
    select typed from (values ${sql.join(rows, sql`, `)}) as asked (typed, plain, last)
    where exists (
      select from search_words where word = any(
        array[plain] || tsvector_to_array(to_tsvector('english', plain)) || tsvector_to_array(to_tsvector('spanish', typed))
      )
    ) or last and exists (select from search_words where word like plain || '%')`);
  return new Set([...known].map(({ typed }) => typed));
}

async function similarWords(db: Database, plain: string): Promise<string[]> {
  const most = editsAllowed(plain);
  // A swap of neighbors counts as two for Postgres and as one here.
  const reach = Math.max(2, most);
  const similar = await db.execute<{ word: string }>(sql`
    select word from search_words
    where length(word) between ${plain.length - most} and ${plain.length + most}
      and levenshtein_less_equal(word, ${plain}, ${reach}) <= ${reach}
    order by similarity(word, ${plain}) desc, word limit 100`);
  return [...similar].map(({ word }) => word);
}

function nearest(plain: string, candidates: string[]): string[] {
  const measured = candidates
    .map((word) => ({ word, slips: edits(plain, word) }))
    .filter(({ slips }) => slips <= editsAllowed(plain));
  const least = Math.min(...measured.map(({ slips }) => slips));
  return measured
    .filter(({ slips }) => slips === least)
    .slice(0, MOST_CORRECTIONS)
    .map(({ word }) => word);
}

function slotsIn(sent: Buffer | null): Bits {
  const slots = new Bits();
  for (let at = 0; sent && at < sent.length; at += 4) slots.add(sent.readInt32BE(at));
  return slots;
}

function scoresIn(sent: Buffer | null): Map<number, number> {
  const scores = new Map<number, number>();
  for (let at = 0; sent && at < sent.length; at += 8) scores.set(sent.readInt32BE(at), sent.readFloatBE(at + 4));
  return scores;
}

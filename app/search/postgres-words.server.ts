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
const MOST_RANKED = 1_000;
const MOST_CORRECTIONS = 6;
const SHORTEST_PREFIX = 3;

interface AskedWord {
  plain: string;
  /** The lexemes it is found by: as typed, and its stems. */
  forms: string[];
  known: boolean;
  /** Also finds longer words that begin so. */
  begins: boolean;
}

/** Null: the text holds no word. Reads nothing but parameters: any text is fine. */
export async function findWords(db: Database, districtId: string, text: string): Promise<WordMatch | null> {
  const typed = queryWords(text);
  if (!typed.length) return null;
  const asked = await lookUp(db, typed);
  const queries: SQL[] = [];
  for (const word of asked) queries.push(sql`to_tsquery('simple', ${lexemesOf(word, await corrections(db, word))})`);
  const every = sql`(${sql.join(queries, sql` && `)})`;
  const any = sql`(${sql.join(queries, sql` || `)})`;
  const onHead = queries.length > 1 ? sql`words @@ ${every} and head @@ ${any}` : sql`head @@ ${any}`;
  return db.transaction(async (tx) => {
    // The planner does not know that reading a long vector for each row is dearer than the index.
    await tx.execute(sql`set local enable_seqscan = off`);
    const [row] = await tx.execute<{ slots: Buffer | null; ranked: Buffer | null }>(sql`
      with headed as materialized (
        select slot, head from search_documents
        where ${onHead} and alive and (district_id = ${districtId}) is true
        order by slot desc limit ${MOST_RANKED}
      )
      select (
        select string_agg(int4send(slot), ''::bytea) from search_documents
        where words @@ ${every} and alive and (district_id = ${districtId}) is true
      ) as slots,
      (select string_agg(int4send(slot) || float4send(ts_rank(head, ${any})), ''::bytea) from headed) as ranked`);
    return { slots: slotsIn(row?.slots ?? null), scores: scoresIn(row?.ranked ?? null) };
  });
}

/** The stems of each word, and whether any list knows it. */
async function lookUp(db: Database, typed: string[]): Promise<AskedWord[]> {
  const rows = typed.map((word, i) => {
    const begins = i === typed.length - 1 && word.length >= SHORTEST_PREFIX;
    return sql`(${i}::int, ${word}::text, ${fold(word)}::text, ${begins}::boolean)`;
  });
  const asked = await db.execute<Record<keyof AskedWord, unknown>>(sql`
    select plain, forms, begins, case
        when exists (select from search_words where word = any(forms)) then true
        when begins then exists (select from search_words where word like plain || '%')
        else false end as known
    from (values ${sql.join(rows, sql`, `)}) as asked (place, typed, plain, begins), lateral (
      select array(select distinct unnest(array[plain] || tsvector_to_array(to_tsvector('english', plain))
        || tsvector_to_array(to_tsvector('spanish', typed)))) as forms
    ) as stems
    order by place`);
  return [...asked] as unknown as AskedWord[];
}

/** In Postgres' notation; words hold letters and digits only, so nothing in them can end the quotes. */
function lexemesOf({ plain, forms, begins }: AskedWord, corrected: string[]): string {
  const others = [...forms, ...corrected].filter((form) => form !== plain && !(begins && form.startsWith(plain)));
  return [`'${plain}'${begins ? ":*" : ""}`, ...others.map((form) => `'${form}'`)].join(" | ");
}

interface KnownWord {
  word: string;
  /** What the same word is found by when it is typed right. */
  stems: string[];
}

/** The known words nearest to one that no list knows, and their stems. */
async function corrections(db: Database, { plain, known }: AskedWord): Promise<string[]> {
  if (known || editsAllowed(plain) === 0) return [];
  const words = nearest(plain, await similarWords(db, plain));
  return [...new Set(words.flatMap(({ word, stems }) => [word, ...stems]))];
}

async function similarWords(db: Database, plain: string): Promise<KnownWord[]> {
  const most = editsAllowed(plain);
  // A swap of neighbors counts as two for Postgres and as one here.
  const reach = Math.max(2, most);
  const similar = await db.execute<Record<keyof KnownWord, unknown>>(sql`
    select word, tsvector_to_array(to_tsvector('english', word) || to_tsvector('spanish', word)) as stems
    from search_words
    where length(word) between ${plain.length - most} and ${plain.length + most}
      and levenshtein_less_equal(word, ${plain}, ${reach}) <= ${reach}
    order by similarity(word, ${plain}) desc, word limit 100`);
  return [...similar] as unknown as KnownWord[];
}

function nearest(plain: string, candidates: KnownWord[]): KnownWord[] {
  const measured = candidates
    .map((known) => ({ known, slips: edits(plain, known.word) }))
    .filter(({ slips }) => slips <= editsAllowed(plain));
  const least = Math.min(...measured.map(({ slips }) => slips));
  return measured
    .filter(({ slips }) => slips === least)
    .slice(0, MOST_CORRECTIONS)
    .map(({ known }) => known);
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

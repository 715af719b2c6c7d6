/** What a reader's words may have meant: their stems, and the nearest known words for one that nothing knows. */
import { sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { synonymsOf, typedWithSynonyms } from "./synonym-index.ts";
import { edits, editsAllowed, fold } from "./tokens.ts";

const MOST_CORRECTIONS = 6;
const SHORTEST_PREFIX = 3;

export interface AskedWord {
  plain: string;
  /** The lexemes it is found by: as typed, and its stems. */
  forms: string[];
  /** Also finds longer words that begin so. */
  begins: boolean;
  /** Known words it may be a slip of. */
  meant: KnownWord[];
}

interface KnownWord {
  word: string;
  /** What the same word is found by when it is typed right. */
  stems: string[];
}

export async function askedWords(db: Database, typed: string[]): Promise<AskedWord[]> {
  const asked = await lookUp(db, typed);
  return Promise.all(
    asked.map(async ({ known, ...word }) => ({ ...word, meant: known ? [] : await corrections(db, word.plain) })),
  );
}

/** The stems of each word, and whether any list or synonym knows it. */
async function lookUp(db: Database, typed: string[]): Promise<(Omit<AskedWord, "meant"> & { known: boolean })[]> {
  const rows = typed.map((word, i) => {
    const begins = i === typed.length - 1 && word.length >= SHORTEST_PREFIX;
    return sql`(${i}::int, ${word}::text, ${fold(word)}::text, ${begins}::boolean)`;
  });
  const asked = await db.execute<Record<"plain" | "forms" | "begins" | "known", unknown>>(sql`
    select plain, forms, begins, case
        when exists (select from search_words where word = any(forms)) then true
        when begins then exists (select from search_words where word like plain || '%')
        else false end as known
    from (values ${sql.join(rows, sql`, `)}) as asked (place, typed, plain, begins), lateral (
      select array(select distinct unnest(array[plain] || tsvector_to_array(to_tsvector('english', plain))
        || tsvector_to_array(to_tsvector('spanish', typed)))) as forms
    ) as stems
    order by place`);
  const words = [...asked] as unknown as (Omit<AskedWord, "meant"> & { known: boolean })[];
  return words.map((word) => ({ ...word, known: word.known || synonymsOf([word.plain]).length > 0 }));
}

/**
 * The words nearest to one that nothing knows: one slip away or two that sound the same, else two slips away. Fingers
 * hardly ever miss the first letter and another one.
 */
async function corrections(db: Database, plain: string): Promise<KnownWord[]> {
  const most = editsAllowed(plain);
  if (most === 0) return [];
  const near = await similarWords(db, plain);
  const synonyms = [...typedWithSynonyms()].map((word) => ({ word, stems: [], soundsAlike: false }));
  const within = (slips: number, may: (one: NearWord) => boolean) =>
    [...near, ...synonyms].filter((one) => may(one) && isNear(one.word, plain, slips)).slice(0, MOST_CORRECTIONS);
  const likely = within(2, ({ word, soundsAlike }) => soundsAlike || isNear(word, plain, 1));
  return likely.length || most < 2 ? likely : within(2, ({ word }) => word[0] === plain[0]);
}

const isNear = (word: string, plain: string, slips: number) =>
  Math.abs(word.length - plain.length) <= slips && edits(plain, word) <= slips;

interface NearWord extends KnownWord {
  soundsAlike: boolean;
}

/** Words on a list that may be meant, likeliest first. */
async function similarWords(db: Database, plain: string): Promise<NearWord[]> {
  const mostLetters = plain.length < 5 ? 1 : 2;
  // A swap of neighbors counts as two for Postgres and as one here.
  const [reach, farther] = [2, editsAllowed(plain) * 2];
  const similar = await db.execute<Record<keyof NearWord, unknown>>(sql`
    select word, tsvector_to_array(to_tsvector('english', word) || to_tsvector('spanish', word)) as stems,
      dmetaphone(word) = dmetaphone(${plain}) and length(${plain}) > 4 as "soundsAlike"
    from search_words
    where length(word) between ${plain.length - mostLetters} and ${plain.length + mostLetters}
      and (levenshtein_less_equal(word, ${plain}, ${reach}) <= ${reach}
        or (word like ${`${plain[0]!}%`} or dmetaphone(word) = dmetaphone(${plain}))
          and levenshtein_less_equal(word, ${plain}, ${farther}) <= ${farther})
    order by "soundsAlike" desc, levenshtein(word, ${plain}), similarity(word, ${plain}) desc, word limit 200`);
  return [...similar] as unknown as NearWord[];
}

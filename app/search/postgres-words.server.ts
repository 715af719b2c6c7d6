/**
 * What a reader's words find. A word fits as typed, by its English or Spanish stem, or, when nothing knows it, by the
 * known words a slip or two away; the last word also fits the beginning of a longer one. All must fit. Where that finds
 * little, a word also fits by what else it is called; such a listing comes after those that fit in the same place.
 */
import { sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { askedWords, type AskedWord } from "./asked-words.server.ts";
import { Bits } from "./bits.ts";
import type { WordMatch } from "./columns.ts";
import { phrasesIn, synonymsOf, type Phrase } from "./synonym-index.ts";
import { fold, queryWords } from "./tokens.ts";

/** Of a common word's listings only the newest are ranked by how well they fit; the others follow, newest first. */
const MOST_RANKED = 1_000;
/** A reader who finds so many needs no synonyms, and a search of common words stays cheap. */
const ENOUGH = 200;

/** What stands for one word or phrase of a search. */
interface Term {
  /** Looked for in all words of a listing. */
  words: SQL;
  /** Looked for where words have an order: title, names, summary. */
  phrases: SQL | null;
}

/** What words found, and what they were taken to mean. */
export interface FoundWords extends WordMatch {
  meaning: string;
}

/** Null: the text holds no word. Reads nothing but parameters: any text is fine. */
export async function findWords(db: Database, districtId: string, text: string): Promise<FoundWords | null> {
  const typed = queryWords(text);
  if (!typed.length) return null;
  const asked = await askedWords(db, typed);
  const meaning = JSON.stringify(asked);
  const asTyped = await match(db, districtId, asked.map(literal));
  if (asTyped.slots.count >= ENOUGH) return { ...asTyped, meaning };
  const terms = widened(asked);
  return { ...(terms ? withSynonyms(asTyped, await match(db, districtId, terms)) : asTyped), meaning };
}

/** The same, synonyms and all, as a condition on a search document of any district; null: the text holds no word. */
export async function fitOfWords(db: Database, text: string): Promise<SQL | null> {
  const typed = queryWords(text);
  if (!typed.length) return null;
  const asked = await askedWords(db, typed);
  return fit(widened(asked) ?? asked.map(literal));
}

/**
 * What they find by now: only listings changed since are looked at. Null where they have come to mean something else, or
 * find so little that synonyms count.
 */
export async function followWords(
  db: Database,
  districtId: string,
  text: string,
  { slots, scores, meaning }: FoundWords,
  since: number,
): Promise<FoundWords | null> {
  const asked = await askedWords(db, queryWords(text));
  if (JSON.stringify(asked) !== meaning) return null;
  const [{ changed } = { changed: null }] = await db.execute<{ changed: Buffer | null }>(sql`
    select string_agg(int4send(slot), ''::bytea) as changed from search_documents
    where district_id = ${districtId} and changed > ${since}`);
  const fresh = await match(db, districtId, asked.map(literal), since);
  const all = new Bits();
  all.addAll(slots);
  const ranked = new Map(scores);
  slotsIn(changed).forEach((slot) => {
    all.delete(slot);
    ranked.delete(slot);
  });
  all.addAll(fresh.slots);
  for (const [slot, score] of fresh.scores) ranked.set(slot, score);
  return all.count >= ENOUGH ? { slots: all, scores: ranked, meaning } : null;
}

/** `since`: only among the listings changed after that. */
async function match(db: Database, districtId: string, terms: readonly Term[], since = 0): Promise<WordMatch> {
  const every = fit(terms);
  const recent = since ? sql`and district_id = ${districtId} and changed > ${since}` : sql``;
  const any = sql`(${sql.join(
    terms.flatMap(({ words, phrases }) => (phrases ? [words, phrases] : [words])),
    sql` || `,
  )})`;
  const [row] = await db.execute<{ slots: Buffer | null; ranked: Buffer | null }>(sql`
    with headed as materialized (
      select slot, head from search_documents
      where ${terms.length > 1 ? sql`${every} and head @@ ${any}` : sql`head @@ ${any}`}
        and alive and (district_id = ${districtId}) is true ${recent}
      order by slot desc limit ${MOST_RANKED}
    )
    select (
      select string_agg(int4send(slot), ''::bytea) from search_documents
      where ${every} and alive and (district_id = ${districtId}) is true ${recent}
    ) as slots,
    (select string_agg(int4send(slot) || float4send(${rank(any)}), ''::bytea) from headed) as ranked`);
  return { slots: slotsIn(row?.slots ?? null), scores: scoresIn(row?.ranked ?? null) };
}

function fit(terms: readonly Term[]): SQL {
  const plain = terms.filter(({ phrases }) => !phrases).map(({ words }) => words);
  const either = terms.filter(({ phrases }) => phrases);
  return sql.join(
    [
      ...(plain.length ? [sql`words @@ (${sql.join(plain, sql` && `)})`] : []),
      ...either.map(({ words, phrases }) => sql`(words @@ ${words} or head @@ ${phrases})`),
    ],
    sql` and `,
  );
}

/** Of two titles that hold the words, the one that says little else comes first. */
const rank = (any: SQL) => sql`(0.5 * ts_rank(head, ${any}) + ts_rank(ts_filter(head, '{a}'), ${any}, 2))::float4`;

/** In Postgres' notation; words hold letters and digits only, so nothing in them can end the quotes. */
function literal({ plain, forms, begins, meant }: AskedWord): Term {
  const all = new Set([...forms, ...meant.flatMap(({ word, stems }) => [word, ...stems])]);
  const others = [...all].filter((form) => form !== plain && !(begins && form.startsWith(plain)));
  const lexemes = [`'${plain}'${begins ? ":*" : ""}`, ...others.map((form) => `'${form}'`)].join(" | ");
  return { words: sql`to_tsquery('simple', ${lexemes})`, phrases: null };
}

/** The terms with their synonyms; null: none has any. */
function widened(asked: readonly AskedWord[]): Term[] | null {
  const plain = asked.map((word) => word.plain);
  const spans = phrasesIn(plain);
  let wider = spans.length > 0;
  const terms = asked.map((word) => {
    const synonyms = [word.plain, ...word.meant.map(({ word }) => word)].flatMap((known) => synonymsOf([known]));
    wider ||= synonyms.length > 0;
    return alsoCalled(literal(word), synonyms);
  });
  if (!wider) return null;
  for (const { from, to } of spans.reverse()) {
    const together = sql`(${sql.join(
      terms.slice(from, to).map(({ words }) => words),
      sql` && `,
    )})`;
    terms.splice(from, to - from, alsoCalled({ words: together, phrases: null }, synonymsOf(plain.slice(from, to))));
  }
  return terms;
}

function alsoCalled({ words, phrases }: Term, synonyms: readonly Phrase[]): Term {
  const single = synonyms.filter(({ text }) => !isPhrase(text));
  const several = synonyms.filter(({ text }) => isPhrase(text));
  return {
    words: sql`(${sql.join([words, ...queriesFor(single)], sql` || `)})`,
    phrases: several.length ? sql`(${sql.join(queriesFor(several), sql` || `)})` : phrases,
  };
}

const isPhrase = (text: string) => /[ -]/.test(text);

/** Each language by its stems; Spanish also as those write it who leave the accents out. */
function queriesFor(synonyms: readonly Phrase[]): SQL[] {
  const of = (language: Phrase["language"]) => synonyms.filter((one) => one.language === language);
  const quoted = (all: readonly Phrase[]) => all.map(({ text }) => `'${text.replaceAll("-", " ")}'`).join(" | ");
  const [english, spanish] = [quoted(of("en")), quoted(of("es"))];
  return [
    ...(english ? [sql`to_tsquery('english', ${english})`] : []),
    ...(spanish ? [sql`to_tsquery('spanish', ${spanish})`, sql`to_tsquery('simple', ${fold(spanish)})`] : []),
  ];
}

/** What fits as typed keeps the upper half of the scores. */
function withSynonyms(asTyped: WordMatch, wider: WordMatch): WordMatch {
  const scores = new Map<number, number>();
  for (const [slot, score] of wider.scores) scores.set(slot, score / 2);
  for (const [slot, score] of asTyped.scores) scores.set(slot, 0.5 + score / 2);
  wider.slots.addAll(asTyped.slots);
  return { slots: wider.slots, scores };
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

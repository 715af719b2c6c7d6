/**
 * The judged queries. A recipe a class, and data decide what is right, never a look at one query: words of a title or of
 * the partner's own text, the place, or the sub-cluster of an occupation. A query nothing on the list answers is left out.
 */
import { readFile } from "node:fs/promises";
import { synonymsOf } from "#app/search/synonym-index.ts";
import { edits, fold, queryWords } from "#app/search/tokens.ts";
import { holds, SHARED, spaced, type Judged } from "./corpus.ts";
import { seeded } from "./generated-listings.ts";

export interface JudgedQuery {
  query: string;
  /** Ids of the right answers. */
  right: ReadonlySet<string>;
  /** Of word pairs: the product's own synonyms hold this very pair, so it proves little. */
  onAnswerSheet?: boolean;
}

/** By lot of its letters, so that it is the same half in every run and whatever is added to a class. */
export const isHeldOut = ({ query }: JudgedQuery) =>
  [...query].reduce((sum, letter) => Math.imul(sum ^ letter.codePointAt(0)!, 0x01000193) >>> 0, 0x811c9dc5) % 2 === 0;

export interface QueryClass {
  name: string;
  /** Share of queries with a right answer among the first ten; null: reported without a goal. */
  goal: number | null;
  queries: JudgedQuery[];
}

const MOST_QUERIES = Number(process.env.QUERIES ?? 400);
const TYPOS = `${SHARED}/typos/domain_typos.tsv`;
const TITLES = `${SHARED}/careers/onet_29.3_Sample_of_Reported_Titles.txt`;
const SUB_CLUSTERS = `${SHARED}/careers/advancecte_2024_soc_to_cluster.csv`;
const HERE = "tests/bench/search";

export async function judgedQueries(listings: readonly Judged[]): Promise<QueryClass[]> {
  const typos = await typoPairs(listings);
  const slips = (count: number) => typos.filter(({ slip, known }) => slip === count && !known);
  const reported = await reportedTitles();
  return [
    { name: "exact titles", goal: 1, queries: exactTitles(listings) },
    { name: "one-edit typos", goal: 0.95, queries: sampled(slips(1)) },
    { name: "two-edit typos", goal: 0.9, queries: sampled(slips(2)) },
    { name: "typos that are words of the list", goal: null, queries: sampled(typos.filter(({ known }) => known)) },
    { name: "two words, one mistyped", goal: null, queries: sampled(twoWordsOneMistyped(listings, slips(1))) },
    { name: "two words of a title", goal: null, queries: sampled(twoWords(listings)) },
    { name: "word and place", goal: null, queries: sampled(wordAndPlace(listings)) },
    { name: "plurals and singulars", goal: null, queries: sampled(plurals(listings)) },
    { name: "stems (-ing, -er, -ed)", goal: null, queries: sampled(stems(listings)) },
    { name: "everyday words", goal: 0.85, queries: await wordPairs(listings, "everyday-words.tsv") },
    { name: "WordNet synonyms", goal: null, queries: await wordPairs(listings, "wordnet-synonyms.tsv") },
    { name: "Spanish", goal: 0.85, queries: await wordPairs(listings, "spanish-words.tsv") },
    { name: "titles people use", goal: null, queries: sampled(await titlesPeopleUse(listings, reported)) },
  ];
}

/** Right: a listing of that title. */
function exactTitles(listings: readonly Judged[]): JudgedQuery[] {
  const byTitle = grouped(listings, ({ titleWords }) => titleWords);
  return [...byTitle.values()].map((same) => ({ query: same[0]!.title, right: idsOf(same) }));
}

/** Slips people made, of words that stand in a title. Right: a title with the word they meant, in either number. */
async function typoPairs(listings: readonly Judged[]) {
  const known = new Set(listings.flatMap(({ ownWords }) => ownWords.trim().split(" ")));
  const rows = (await readFile(TYPOS, "utf8")).trim().split("\n").slice(1);
  return rows.flatMap((row) => {
    const [typo = "", word = ""] = row.split("\t");
    const [typed, meant] = [fold(typo), fold(word)];
    if (isSmall(meant) || !/^\p{L}+$/u.test(typed)) return [];
    const right = idsOf([meant, `${meant}s`, meant.replace(/s$/, "")].flatMap((form) => titled(listings, form)));
    if (!right.size) return [];
    return { query: typo, right, meant, slip: edits(typed, meant), known: known.has(typed) };
  });
}

/** A title's word and one of its words mistyped. Right: a listing with both in its title. */
function twoWordsOneMistyped(listings: readonly Judged[], typos: { query: string; meant: string }[]): JudgedQuery[] {
  const random = seeded(11);
  return typos.flatMap(({ query, meant }) => {
    const of = pick(titled(listings, meant), random);
    const others = telling(of?.title ?? "").filter((word) => word !== meant);
    const other = pick(others, random);
    if (!other) return [];
    const pair = random() < 0.5 ? [query, other] : [other, query];
    return { query: pair.join(" "), right: idsOf(titled(titled(listings, meant), other)) };
  });
}

/** Two words of a title, in either order. Right: a listing with both in its title. */
function twoWords(listings: readonly Judged[]): JudgedQuery[] {
  const random = seeded(12);
  return listings.flatMap(({ title }) => {
    const words = telling(title);
    const one = pick(words, random);
    const other = pick(
      words.filter((word) => word !== one),
      random,
    );
    if (!one || !other) return [];
    return { query: `${one} ${other}`, right: idsOf(titled(titled(listings, one), other)) };
  });
}

/** A title's word and the town. Right: a listing with the word in its title and in that town. */
function wordAndPlace(listings: readonly Judged[]): JudgedQuery[] {
  const random = seeded(13);
  return listings.flatMap(({ title, city }) => {
    const word = pick(telling(title), random);
    if (!word || !city.trim() || city.trim().split(" ").length > 3) return [];
    const right = titled(listings, word).filter((listing) => listing.city === city);
    return { query: `${word}${city}`.trim(), right: idsOf(right) };
  });
}

const IRREGULAR =
  "child/children woman/women man/men person/people foot/feet tooth/teeth life/lives leaf/leaves wife/wives"
    .split(" ")
    .map((pair) => pair.split("/") as [string, string]);

/** The other number of a title's word, when no title holds it. Right: a listing with the word in its title. */
function plurals(listings: readonly Judged[]): JudgedQuery[] {
  return otherForms(listings, (word) => {
    const irregular = IRREGULAR.find((pair) => pair.includes(word));
    if (irregular) return irregular.filter((form) => form !== word);
    if (/[^aeiou]ies$/.test(word)) return [word.replace(/ies$/, "y")];
    if (/(ch|sh|x|ss)es$/.test(word)) return [word.slice(0, -2)];
    if (/[^su]s$/.test(word)) return [word.slice(0, -1)];
    if (/[^aeiou]y$/.test(word)) return [word.replace(/y$/, "ies")];
    if (/(ch|sh|x|s)$/.test(word)) return [`${word}es`];
    return [`${word}s`];
  });
}

/** The same verb in another form, when both are real words of titles (O*NET's or the list's) and the list lacks it. */
function stems(listings: readonly Judged[]): JudgedQuery[] {
  const real = new Set(listings.flatMap(({ ownWords }) => ownWords.trim().split(" ")));
  const ending = /(ing|er|ed)$/;
  return otherForms(listings, (word) => {
    if (!ending.test(word) || word.length < 6) return [];
    const base = word.replace(ending, "");
    // A real verb: its bare form, or with an e, is written somewhere.
    if (!real.has(base) && !real.has(`${base}e`)) return [];
    return ["ing", "er", "ed"].map((form) => base + form).filter((form) => form !== word);
  });
}

function otherForms(listings: readonly Judged[], formsOf: (word: string) => string[]): JudgedQuery[] {
  const words = new Set(listings.flatMap(({ title }) => telling(title)).filter((word) => /^[a-z]{4,}$/.test(word)));
  const seen = new Set<string>();
  return [...words].flatMap((word) =>
    formsOf(word).flatMap((form) => {
      if (seen.has(form) || titled(listings, form).length) return [];
      seen.add(form);
      return { query: form, right: idsOf(titled(listings, word)) };
    }),
  );
}

/** Lines `query <tab> word, word of two, …`. Right: a listing whose own text holds one of them, in either number. */
async function wordPairs(listings: readonly Judged[], file: string): Promise<JudgedQuery[]> {
  return (await readPairs(file)).flatMap(({ query, words }) => {
    // Where a partner writes the very word there is nothing to bridge.
    if (listings.some(({ ownWords }) => holds(ownWords, query))) return [];
    const right = idsOf(listings.filter(({ ownWords }) => words.some((word) => holdsEither(ownWords, word))));
    const others = synonymsOf(queryWords(query)).map(({ text }) => fold(text));
    return right.size ? { query, right, onAnswerSheet: words.some((word) => others.includes(fold(word))) } : [];
  });
}

async function readPairs(file: string): Promise<{ query: string; words: string[] }[]> {
  const lines = (await readFile(`${HERE}/${file}`, "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));
  return lines.map((line) => {
    const [query = "", words = ""] = line.split("\t");
    return { query, words: words.split(", ") };
  });
}

/**
 * Titles of O*NET's occupations all of whose words the list's texts hold. Right: a listing filed under one of the
 * occupation's sub-clusters. Shown for what it tells: most occupations are on no such list.
 */
async function titlesPeopleUse(listings: readonly Judged[], reported: Reported[]): Promise<JudgedQuery[]> {
  const clusters = await clustersOfOccupations();
  const real = new Set(listings.flatMap(({ ownWords }) => ownWords.trim().split(" ")));
  const titles = grouped(reported, ({ title }) => title.replace(/\s*\(.*\)/, ""));
  return [...titles].flatMap(([query, uses]) => {
    if (!telling(query).length || !telling(query).every((word) => real.has(word))) return [];
    const codes = new Set(uses.flatMap(({ soc }) => clusters.get(soc) ?? []));
    const right = idsOf(listings.filter(({ subClusters }) => subClusters.some((code) => codes.has(code.slice(0, 4)))));
    return right.size ? { query, right } : [];
  });
}

interface Reported {
  soc: string;
  title: string;
}

async function reportedTitles(): Promise<Reported[]> {
  const rows = (await readFile(TITLES, "utf8")).trim().split("\n").slice(1);
  return rows.map((row) => {
    const [soc = "", , title = ""] = row.split("\t");
    return { soc: soc.slice(0, 7), title };
  });
}

/** SOC code -> first four digits of our clusters' codes, by their names. */
async function clustersOfOccupations(): Promise<Map<string, string[]>> {
  const names = (await readFile("db/reference/career-clusters.tsv", "utf8")).trim().split("\n").slice(1);
  const codes = new Map(names.map((row) => row.split("\t")).map(([code = "", , name = ""]) => [fold(name), code]));
  const found = new Map<string, string[]>();
  for (const line of (await readFile(SUB_CLUSTERS, "utf8")).trim().split("\n").slice(1)) {
    const cells = line.match(/("[^"]*"|[^,]+)/g)?.map((cell) => cell.replace(/^"|"$/g, "")) ?? [];
    const code = codes.get(fold(cells[2] ?? ""));
    if (code) found.set(cells[0]!, [...(found.get(cells[0]!) ?? []), code.slice(0, 4)]);
  }
  return found;
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

const idsOf = (listings: readonly Judged[]) => new Set(listings.map(({ id }) => id));
function titled(listings: readonly Judged[], word: string): Judged[] {
  const sought = spaced(word);
  return listings.filter(({ titleWords }) => titleWords.includes(sought));
}

const holdsEither = (text: string, words: string) =>
  [words, `${words}s`, `${words}es`].some((form) => holds(text, form));
const telling = (text: string) =>
  queryWords(text)
    .map(fold)
    .filter((word) => word.length > 2 && !/\d/.test(word));
/** Words the search itself passes over. */
const isSmall = (word: string) => queryWords(`${word} zebra`).length === 1;
const pick = <T>(all: readonly T[], random: () => number): T | undefined => all[Math.floor(random() * all.length)];

/** The same part of a long class in every run. */
function sampled<T extends JudgedQuery>(queries: readonly T[]): T[] {
  const random = seeded(queries.length);
  const keyed = queries.map((query) => ({ query, key: random() })).sort((a, b) => a.key - b.key);
  return keyed.slice(0, MOST_QUERIES).map(({ query }) => query);
}

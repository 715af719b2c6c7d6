/**
 * A district's own words, each by the message of the catalogs it is said instead of. Whoever speaks for a district speaks
 * with them (`translator`), so that a kind, a stage or a term has one name wherever its readers and desks meet it.
 */
import type { Locale } from "#app/i18n/locales.ts";
import { isKind, type Kind, type Stage } from "../opportunities/kinds.ts";

export type OwnWords = Readonly<Record<string, string>>;
export const NO_WORDS: OwnWords = {};

/**
 * The terms a district may rename, and the labels that are the term and nothing else. They take its word whole: a word
 * inside a sentence would have to agree with it, in Spanish by gender, so no sentence says one.
 */
const LABELS = {
  pathway_one: ["list:filter.pathway", "queue:filters.pathway"],
  pathway_many: ["interests:matches.filters.pathway", "coordinator:placing.pathways"],
  cluster_one: ["list:filter.cluster"],
  cluster_many: ["interests:matches.filters.cluster", "interests:matches.clusters_heading"],
  partner_one: ["queue:filters.order.partner", "vetting:list.partner"],
  partner_many: ["profile:public.title", "profile:public.all", "joining:nav.partners"],
} as const;

/** A term in one of its two numbers. */
export type TermForm = keyof typeof LABELS;
export const TERM_FORMS = Object.keys(LABELS) as [TermForm, ...TermForm[]];

export type Named = Partial<Record<Locale, string>>;
export type StageNames = Partial<Record<Stage, Named>>;
export type Vocabulary = Partial<Record<TermForm, Named>>;

export interface KindRow {
  kind: string;
  name: string | null;
  nameEs: string | null;
}

/** The message that names a kind. */
export const kindMessage = (kind: Kind) => `opportunity:kind.${kind}` as const;

/** A word that is missing in the reader's language is ours there. */
export function ownWords(
  locale: Locale,
  { vocabulary, stageNames }: { vocabulary: Record<string, Named>; stageNames: Record<string, Named> },
  kinds: readonly KindRow[],
): OwnWords {
  const words: Record<string, string> = {};
  const put = (message: string, word: string | null | undefined) => {
    if (word) words[message] = word;
  };
  for (const form of TERM_FORMS) for (const label of LABELS[form]) put(label, vocabulary[form]?.[locale]);
  for (const [stage, names] of Object.entries(stageNames)) put(`opportunity:stage.${stage}`, names[locale]);
  for (const { kind, name, nameEs } of kinds) if (isKind(kind)) put(kindMessage(kind), locale === "es" ? nameEs : name);
  return words;
}

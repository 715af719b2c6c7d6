/**
 * A district's list as one value: what is on it and the names it needs. Every form of the list (paper, feeds, programs,
 * calendars) is made from one of these and asks for nothing else, so that the live list and an edition read alike.
 */
import type { Locale } from "#app/i18n/locales.ts";
import { clusterOf } from "../interests/cluster-of.ts";
import type { CareerCluster } from "../interests/reference.server.ts";
import type { OwnWords } from "../districts/own-words.ts";
import type { PublishedListing } from "../listings/published.server.ts";
import type { Worded } from "../opportunities/wording.ts";

export interface Named {
  name: string;
  nameEs: string;
}

export interface ListPathway extends Named {
  id: string;
  slug: string;
  subClusters: string[];
}

export interface PublishedList {
  district: { id: string; slug: string; name: string; timeZone: string; contactEmail: string; color: string | null };
  /** Null: the live list. */
  edition: EditionHead | null;
  /** The day it is of, in the district's zone; an edition's is the day it was published. */
  asOf: string;
  /** By title. */
  entries: PublishedListing[];
  pathways: ListPathway[];
  clusters: (Named & Pick<CareerCluster, "code">)[];
  schools: { id: string; name: string }[];
  labels: { name: string; nameEs: string | null }[];
  /** What the district says instead of our words. */
  words: Record<Locale, OwnWords>;
}

export interface EditionHead {
  /** From 1, without gaps, within its district. */
  number: number;
  title: string;
  titleEs: string | null;
  /** To families. */
  note: string | null;
  noteEs: string | null;
}

/** What of a list an edition keeps beside its listings. */
export type ListNames = Omit<PublishedList, "edition" | "asOf" | "entries">;

/** What an edition is called, to a reader of `locale`. */
export const titleIn = (locale: Locale, { title, titleEs }: Pick<EditionHead, "title" | "titleEs">): Worded =>
  inSpanish(locale, titleEs) ?? inEnglish(locale, title);

/** The district's word to families, where an edition has one. */
export const noteIn = (locale: Locale, { note, noteEs }: Pick<EditionHead, "note" | "noteEs">): Worded | null =>
  inSpanish(locale, noteEs) ?? (note ? inEnglish(locale, note) : null);

const inSpanish = (locale: Locale, text: string | null) => (locale === "es" && text ? { text, lang: undefined } : null);
const inEnglish = (locale: Locale, text: string): Worded => ({ text, lang: locale === "en" ? undefined : "en" });

type Placed = Pick<PublishedListing, "pathwayIds" | "subClusters">;

export interface ListSection<E extends Placed = PublishedListing> {
  /** A pathway or a field; null: what belongs to none. */
  topic: Named | null;
  entries: E[];
}

/**
 * By pathway, in the order of their names; a listing of two stands under both. Then, by its first field, what belongs to
 * none of the district's pathways. Empty ones are left out.
 */
export function sectionsOf<E extends Placed>({
  pathways,
  clusters,
  entries,
}: Pick<PublishedList, "pathways" | "clusters"> & { entries: readonly E[] }): ListSection<E>[] {
  const ids = new Set(pathways.map(({ id }) => id));
  const none: ListSection<E> = { topic: null, entries: [] };
  const fields = new Map(clusters.map((topic): [string, ListSection<E>] => [topic.code, { topic, entries: [] }]));
  for (const entry of entries.filter(({ pathwayIds }) => !pathwayIds.some((id) => ids.has(id)))) {
    const [first] = entry.subClusters;
    const field = first && fields.get(clusterOf(first));
    (field || none).entries.push(entry);
  }
  return [
    ...pathways.map((topic) => ({ topic, entries: entries.filter(({ pathwayIds }) => pathwayIds.includes(topic.id)) })),
    ...fields.values(),
    none,
  ].filter((section) => section.entries.length > 0);
}

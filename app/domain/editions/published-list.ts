/**
 * A district's list as one value: what is on it and the names it needs. Every form of the list (paper, feeds, programs,
 * calendars) is made from one of these and asks for nothing else, so that the live list and an edition read alike.
 */
import type { Locale } from "#app/i18n/locales.ts";
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

type Placed = Pick<PublishedListing, "pathwayIds">;

export interface ListSection<E extends Placed = PublishedListing> {
  /** Null: what belongs to none of the district's pathways. */
  pathway: ListPathway | null;
  entries: E[];
}

/** By pathway, in the order of their names, empty ones left out; a listing of two stands under both. */
export function sectionsOf<E extends Placed>({
  pathways,
  entries,
}: Pick<PublishedList, "pathways"> & { entries: readonly E[] }): ListSection<E>[] {
  const ids = new Set(pathways.map(({ id }) => id));
  const sections: ListSection<E>[] = pathways.map((pathway) => ({
    pathway,
    entries: entries.filter(({ pathwayIds }) => pathwayIds.includes(pathway.id)),
  }));
  const others = entries.filter(({ pathwayIds }) => !pathwayIds.some((id) => ids.has(id)));
  return [...sections, { pathway: null, entries: others }].filter((section) => section.entries.length > 0);
}

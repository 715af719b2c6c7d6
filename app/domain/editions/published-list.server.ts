import type { Database } from "#db/database.ts";
import { listPathways, listSchools, type District } from "../districts/districts.server.ts";
import { findOwnWords } from "../districts/own-words.server.ts";
import { localDate } from "../districts/zone.ts";
import { listCareerClusters } from "../interests/reference.server.ts";
import { listPublished, listWhole, type PublishedListing } from "../listings/published.server.ts";
import type { ListNames, PublishedList } from "./published-list.ts";

/** The live list at `now`, whole or those of `ids`. */
export async function readLiveList(
  db: Database,
  district: District,
  now: Date,
  ids?: readonly string[],
): Promise<PublishedList> {
  const [entries, names] = await Promise.all([
    ids ? listPublished(db, district, ids, now) : listWhole(db, district, now),
    readListNames(db, district),
  ]);
  return liveListOf(names, entries.sort(byTitle), now);
}

/** These of the live list, in their order: for whoever reads them in parts. */
export const liveListOf = (names: ListNames, entries: PublishedListing[], now: Date): PublishedList => ({
  ...names,
  edition: null,
  asOf: localDate(now, names.district.timeZone),
  entries,
});

export async function readListNames(db: Database, district: District): Promise<ListNames> {
  const [pathways, clusters, schools, en, es] = await Promise.all([
    listPathways(db, district.id),
    listCareerClusters(db, district.clusterWording),
    listSchools(db, district.id, { retiredToo: true }),
    findOwnWords(db, district, "en"),
    findOwnWords(db, district, "es"),
  ]);
  const { id, slug, name, timeZone, contactEmail, color, labels } = district;
  return {
    district: { id, slug, name, timeZone, contactEmail, color },
    pathways: pathways.map(({ id, slug, name, nameEs, subClusters }) => ({ id, slug, name, nameEs, subClusters })),
    clusters: clusters.map(({ code, name, nameEs }) => ({ code, name, nameEs })),
    schools: schools.map(({ id, name }) => ({ id, name })),
    labels,
    words: { en, es },
  };
}

const byTitle = (a: PublishedListing, b: PublishedListing) =>
  a.content.title.localeCompare(b.content.title, "en") || (a.id < b.id ? -1 : 1);

import { listPathways, type District } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import { searchInWords } from "#app/i18n/search-in-words.ts";
import { translator } from "#app/i18n/translator.ts";
import type { RequestContext } from "./load-context.ts";

/** Says searches of a district's list in the reader's language and the district's own words, each on one line. */
export async function searchSayer(
  { db, locale }: Pick<RequestContext, "db" | "locale">,
  district: District,
): Promise<(query: string) => string> {
  const [clusters, pathways, words] = await Promise.all([
    listCareerClusters(db, district.clusterWording),
    listPathways(db, district.id, { retiredToo: true }),
    findOwnWords(db, district, locale),
  ]);
  const t = translator(locale, words);
  return (query) => searchInWords(t, locale, query, { clusters, pathways }).join(" · ");
}

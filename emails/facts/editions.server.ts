import { and, eq } from "drizzle-orm";
import { compareEditions } from "#app/domain/editions/compare-editions.ts";
import { titleIn } from "#app/domain/editions/published-list.ts";
import { readEdition } from "#app/domain/editions/read-edition.server.ts";
import type { EditionSummary } from "#app/domain/editions/summary.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { findLinkedSearch } from "#app/domain/saved/asking.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { changesInWords, type SaidChange } from "#app/publishing/changes-in-words.ts";
import { editions } from "#db/schema/editions.ts";
import type { About } from "../about.server.ts";

export interface ToldEdition {
  district: { name: string; slug: string };
  number: number;
  title: string;
  summary: EditionSummary;
  /** The first of what is new, and of what changed. */
  added: PublishedListing[];
  changed: { listing: PublishedListing; said: SaidChange[] }[];
}

/** Null once the editions are followed no more, or the following rests. */
export async function readToldEdition(
  about: About<{ searchId: string; editionId: string }>,
): Promise<ToldEdition | null> {
  const { db, data, mail } = about;
  const search = await findLinkedSearch(db, data.searchId);
  if (!search?.confirmedAt || search.pausedAt) return null;
  const { district } = search;
  const own = and(eq(editions.id, data.editionId), eq(editions.districtId, district.id));
  const [edition] = await db.select().from(editions).where(own);
  if (!edition?.number || !edition.summary) return null;
  const { number } = edition;
  const summary = edition.summary as unknown as EditionSummary;
  const first = summary.since?.first ?? { added: [], changed: [] };
  const after = await readEdition(db, district, number, { ids: [...first.added, ...first.changed] });
  const before = summary.since && (await readEdition(db, district, summary.since.number, { ids: first.changed }));
  const { added = [], changed = [] } = (after && before && compareEditions(before, after)) || {};
  const locale = mail.locale;
  const said = after && before && { t: translator(locale, after.words[locale]), locale, before, after };
  return {
    ...{ district, number, summary, added },
    title: titleIn(locale, edition).text,
    changed: changed.map((each) => ({ listing: each.after, said: said ? changesInWords(each, said) : [] })),
  };
}

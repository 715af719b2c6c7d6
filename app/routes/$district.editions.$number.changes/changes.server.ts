import type { District } from "#app/domain/districts/districts.server.ts";
import { compareEditions } from "#app/domain/editions/compare-editions.ts";
import { readEdition } from "#app/domain/editions/read-edition.server.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { notFound } from "#app/http/id-param.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { changesInWords } from "#app/publishing/changes-in-words.ts";

/** What became of the list from one edition to a later one, each listing leading to the edition that has it. */
export async function readChanges(
  { db, locale }: Pick<RequestContext, "db" | "locale">,
  district: District,
  { since, until }: { since: number; until: number },
) {
  const [before, after] = await Promise.all([since, until].map((number) => readEdition(db, district, number)));
  if (!before || !after) throw notFound();
  const shown = (number: number) => (listing: PublishedListing) => ({
    href: paths.editionListing(locale, district.slug, number, listing.slug),
    title: wordingOf(listing.content, locale).title,
    organization: listing.organization.name,
  });
  const { added, closed, changed } = compareEditions(before, after);
  const saying = { t: translator(locale, after.words[locale]), locale, before, after };
  return {
    added: added.map(shown(until)),
    closed: closed.map(shown(since)),
    changed: changed.map((each) => ({ ...shown(until)(each.after), said: changesInWords(each, saying) })),
  };
}

import type { District } from "#app/domain/districts/districts.server.ts";
import { paged } from "#app/domain/editions/paging.ts";
import { readEditionChanges } from "#app/domain/editions/read-parts.server.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { notFound } from "#app/http/id-param.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { changesInWords } from "#app/publishing/changes-in-words.ts";

/** What became of the list from one edition to a later one, a page of it; each listing leads to the edition that has it. */
export async function readChanges(
  { db, locale }: Pick<RequestContext, "db" | "locale">,
  district: District,
  { since, until, page: asked }: { since: number; until: number; page: number },
) {
  const compared = await readEditionChanges(db, district, { since, until });
  if (!compared) throw notFound();
  const { before, after, added, closed, changed } = compared;
  const counts = { added: added.length, closed: closed.length, changed: changed.length };
  const { page, pages, parts } = paged(Object.values(counts), asked);
  const here = <T>(section: number, all: readonly T[]) => {
    const part = parts.find((each) => each.section === section);
    return part ? all.slice(part.from, part.to) : [];
  };
  const shown = (number: number) => (listing: PublishedListing) => ({
    href: paths.editionListing(locale, district.slug, number, listing.slug),
    title: wordingOf(listing.content, locale).title,
    organization: listing.organization.name,
  });
  const saying = { t: translator(locale, after.words[locale]), locale, before, after };
  return {
    ...{ page, pages, counts },
    changes: {
      added: here(0, added).map(shown(until)),
      closed: here(1, closed).map(shown(since)),
      changed: here(2, changed).map((each) => ({
        ...shown(until)(each.after),
        said: changesInWords(each, saying),
      })),
    },
  };
}

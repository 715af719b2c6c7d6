import type { District } from "#app/domain/districts/districts.server.ts";
import { checkList } from "#app/domain/editions/check-list.ts";
import { compareEditions } from "#app/domain/editions/compare-editions.ts";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { listPublishedEditions, readEdition } from "#app/domain/editions/read-edition.server.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { nameIn } from "#app/i18n/name-in.ts";

const NAMED = 20;

/** What the edition would hold were it published now, what of that should be looked at, and what is new in it. */
export async function readDraft(
  { db, now, locale }: Pick<RequestContext, "db" | "now" | "locale">,
  district: District,
) {
  const [list, [newest]] = await Promise.all([readLiveList(db, district, now), listPublishedEditions(db, district.id)]);
  const before = newest && (await readEdition(db, district, newest.number));
  const { listings, thin, ...hints } = checkList(list, district.freshnessDays);
  const changes = before && compareEditions(before, list);
  return {
    check: {
      ...{ listings, freshnessDays: district.freshnessDays },
      unconfirmed: named(hints.unconfirmed),
      closingSoon: named(hints.closingSoon),
      withoutSpanish: named(hints.withoutSpanish),
      thin: thin.map(({ pathway, count }) => ({ name: nameIn(locale, pathway), count })),
    },
    since: changes
      ? {
          number: newest.number,
          ...{ added: changes.added.length, closed: changes.closed.length, changed: changes.changed.length },
        }
      : null,
    today: list.asOf,
  };
}

const named = (found: readonly PublishedListing[]) => ({
  count: found.length,
  listings: found.slice(0, NAMED).map(({ id, content }) => ({ id, title: content.title })),
});

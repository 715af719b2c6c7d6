import { isOffered, listPathways, type District } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { suggestPlaces, type SuggestedPlace } from "#app/domain/districts/place-suggestions.server.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import { listPublished, type PublishedListing } from "#app/domain/listings/published.server.ts";
import { KIND_CODES } from "#app/domain/opportunities/kinds.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { paths } from "#app/http/paths.ts";
import { translator, type Translate } from "#app/i18n/translator.ts";
import { Names } from "#app/search/names.ts";
import { criteriaOf, readQuery } from "#app/search/query.ts";
import type { Typing } from "#app/search/typing.ts";
import { wordOf } from "#app/ui/listing-words.ts";

/** One line of the list below a box. Choosing it opens `href`, sets a filter, fills the box or searches at `place`. */
export interface Suggestion {
  text: string;
  /** What it is: an organization, a field, whose listing. */
  note: string;
  href?: string;
  filter?: [name: string, value: string];
  fill?: string;
  place?: string;
}

type Context = Pick<RequestContext, "db" | "search" | "now" | "locale">;

const MOST = 8;
const MOST_FILTERS = 2;
const MOST_ORGANIZATIONS = 2;
const MOST_PLACES = 2;

export async function suggestionsFor(context: Context, district: District, asked: Typing): Promise<Suggestion[]> {
  if (!asked.typed) return [];
  return asked.box === "where" ? places(context, district, asked.typed) : things(context, district, asked.typed);
}

async function places({ db, locale }: Context, district: District, typed: string): Promise<Suggestion[]> {
  const t = translator(locale);
  const found = await suggestPlaces(db, district, typed, MOST);
  return found.map((place) => ({ ...ofPlace(place, t), fill: place.name }));
}

/** Filters, organizations and places first, a few of each: they lead to many; then listings. */
async function things(context: Context, district: District, typed: string): Promise<Suggestion[]> {
  const { db, search, now, locale } = context;
  const t = translator(locale, await findOwnWords(db, district, locale));
  const [named, filters, placed] = await Promise.all([
    search.suggest({ districtId: district.id, typed, now, most: MOST }),
    filtersNamed(context, district, typed, t),
    suggestPlaces(db, district, typed, MOST_PLACES),
  ]);
  const organizationIds = named.organizations.slice(0, MOST_ORGANIZATIONS);
  const listings = await listPublished(db, district, [...organizationIds, ...named.listings], now);
  const by = new Map(listings.map((listing) => [listing.id, listing]));
  const present = (ids: readonly string[]) => ids.flatMap((id) => by.get(id) ?? []);
  return [
    ...filters,
    ...present(organizationIds).map(({ organization }) => ({
      text: organization.name,
      note: t("list:suggest.organization"),
      href: paths.publicPartner(locale, district.slug, organization.id),
    })),
    ...placed.map((place) => ({ ...ofPlace(place, t), place: place.name })),
    ...present(named.listings).map((listing) => ofListing(listing, paths.listing(locale, district.slug, listing.slug))),
  ].slice(0, MOST);
}

const ofPlace = ({ kind, name, town }: SuggestedPlace, t: Translate) => ({
  text: name,
  note: town ?? t(`list:suggest.${kind === "school" ? "school" : "city"}`),
});

const ofListing = ({ content, organization }: PublishedListing, href: string): Suggestion => ({
  text: content.title,
  note: organization.name,
  href,
});

/** Kinds, fields and pathways that are called so and that a listing is in. */
async function filtersNamed({ db, search, now, locale }: Context, district: District, typed: string, t: Translate) {
  const [clusters, pathways] = await Promise.all([
    listCareerClusters(db, district.clusterWording),
    listPathways(db, district.id),
  ]);
  const named = ({ name, nameEs }: { name: string; nameEs: string }) => (locale === "es" ? nameEs : name);
  const all = [
    ...KIND_CODES.map((code) => ({ group: "kind" as const, value: code, text: wordOf(t, "kind", code) })),
    ...pathways.filter(isOffered).map((one) => ({ group: "pathway" as const, value: one.slug, text: named(one) })),
    ...clusters.map((one) => ({ group: "cluster" as const, value: one.code, text: named(one) })),
  ];
  const names = new Names();
  for (const [id, { text }] of all.entries()) names.set(id, text);
  const found = names.find(typed, all.length).map((id) => all[id]!);
  if (found.length === 0) return [];
  const whole = criteriaOf(readQuery(new URLSearchParams()), { districtId: district.id, near: null, now, pageSize: 1 });
  const { facets } = await search.search(whole);
  return found
    .filter(({ group, value }) => (facets[group][value] ?? 0) > 0)
    .slice(0, MOST_FILTERS)
    .map(({ group, value, text }): Suggestion => ({ text, note: t(`list:filter.${group}`), filter: [group, value] }));
}

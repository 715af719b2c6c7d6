import { openGrades } from "#app/domain/opportunities/eligibility.ts";
import type { PublishedList } from "#app/domain/editions/published-list.ts";
import { isKind, KINDS } from "#app/domain/opportunities/kinds.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { wordOf } from "#app/ui/listing-words.ts";
import { namesOf } from "../names-of.ts";
import { webAddress } from "../web-address.ts";
import type { ListingResource } from "./listing-schema.ts";

type Content = PublishedListing["content"];

/** `origin`: of the site's addresses in it. */
export function listingResource(list: PublishedList, entry: PublishedListing, origin: string): ListingResource {
  const { content, organization, subClusters, onlyGrades } = entry;
  const { pathways, clusters, schools, labels } = namesOf(list, entry);
  return {
    id: entry.id,
    slug: entry.slug,
    url: origin + paths.listing("en", list.district.slug, entry.slug),
    language: content.language,
    ...textsOf(content),
    kind: kindOf(list, content.kind),
    organization: { ...organization, website: webAddress(organization.website) },
    pathways: pathways.map(pathwayResource),
    clusters: clusters.map(({ code, name, nameEs }) => ({ code, name, name_es: nameEs })),
    sub_clusters: subClusters,
    skills: content.skills,
    labels: labels.map(({ name, nameEs }) => ({ name, name_es: nameEs })),
    grades: openGrades(content, onlyGrades),
    age_min: content.ageMin,
    age_max: content.ageMax,
    only_schools: schools,
    only_groups: entry.onlyGroups,
    places: content.places,
    ...timesOf(content),
    closes_on: entry.closesOn,
    ...placesOf(content),
    ...termsOf(content),
    note_to_readers: entry.noteToReaders,
    published_on: entry.publishedOn,
    confirmed_on: entry.confirmedOn,
  };
}

export const pathwayResource = ({ slug, name, nameEs }: PublishedList["pathways"][number]) => ({
  slug,
  name,
  name_es: nameEs,
});

const textsOf = (content: Content) => ({
  title: content.title,
  // Texts sent before Spanish was asked for have no such fields.
  title_es: content.titleEs ?? null,
  summary: content.summary,
  summary_es: content.summaryEs ?? null,
  description: content.description,
  description_es: content.descriptionEs ?? null,
  tasks: content.tasks,
  requirements: content.requirements,
  requirements_es: content.requirementsEs ?? null,
});

function kindOf({ words }: PublishedList, code: string | null): ListingResource["kind"] {
  if (!code || !isKind(code)) return null;
  const name = (locale: "en" | "es") => wordOf(translator(locale, words[locale]), "kind", code);
  return { code, ceds: KINDS[code].ceds, name: name("en"), name_es: name("es") };
}

const minutes = (time: string | null) => time?.slice(0, 5) ?? null;

const timesOf = (content: Content) => ({
  schedule: content.schedule,
  days: content.days as ListingResource["days"],
  start_time: minutes(content.startTime),
  end_time: minutes(content.endTime),
  hours_per_week: content.hoursPerWeek,
  shifts: content.shifts.map(({ startsOn, startTime, endTime, rule }) => ({
    starts_on: startsOn,
    start_time: startTime.slice(0, 5),
    end_time: endTime.slice(0, 5),
    rule,
  })),
  starts_on: content.startsOn,
  ends_on: content.endsOn,
});

function placesOf(content: Content) {
  const { street, city, state, zip, latitude, longitude } = content;
  const isSomewhere = [street, city, state, zip, latitude].some((part) => part !== null);
  return {
    setting: content.setting,
    place: isSomewhere ? { name: null, street, city, state, zip, latitude, longitude } : null,
    other_places: content.otherSites,
    transport: content.transport as ListingResource["transport"],
    bus_stop: content.busStop,
    transport_detail: content.transportDetail,
    access: content.access as ListingResource["access"],
  };
}

const termsOf = (content: Content) => ({
  spoken_languages: content.languages,
  pay: content.pay,
  pay_detail: content.payDetail,
  earns_credit: content.earnsCredit,
  service_hours: content.serviceHours,
  cost: content.cost,
  cost_detail: content.costDetail,
  clearance: content.clearance,
  documents: content.documents as ListingResource["documents"],
  questions: content.questions,
  how_to_ask: content.howToAsk,
});

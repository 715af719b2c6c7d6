import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { wordOf } from "#app/ui/listing-words.ts";
import { derivedId, known, type HsdsRecord } from "./record.server.ts";

type Site = PublishedListing["content"]["otherSites"][number];

/** Where a service is: each of its places, and nowhere in particular when it is done from anywhere. */
export function servedAt(t: Translate, entry: PublishedListing): HsdsRecord[] {
  const { content, organization, id } = entry;
  const { street, city, state, zip, latitude, longitude, setting } = content;
  const main = { name: null, street, city, state, zip, latitude, longitude };
  const isSomewhere = (site: Site) => !!(site.street ?? site.city ?? site.zip) || site.latitude !== null;
  const sites = setting === "remote" ? [] : [main, ...content.otherSites].filter(isSomewhere);
  const locations = sites.map((site) => physical(t, entry, site));
  const all = setting === "remote" ? [virtual(organization.id)] : locations;
  return all.map((location) => ({
    id: derivedId(id, "at", location.id),
    service_id: id,
    location_id: location.id,
    location,
  }));
}

function physical(t: Translate, { organization, content }: PublishedListing, site: Site): HsdsRecord {
  const { name, street, city, state, zip, latitude, longitude } = site;
  const id = derivedId(organization.id, "place", street, city, state, zip, latitude, longitude);
  // An address is whole or none: HSDS asks for all its parts.
  const isWhole = street !== null && city !== null && state !== null && zip !== null;
  const address = {
    id: derivedId(id, "address"),
    location_id: id,
    ...{ address_1: street, city, state_province: state, postal_code: zip, country: "US", address_type: "physical" },
  };
  const access = content.access.map((code) => ({
    ...{ id: derivedId(id, "access", code), location_id: id, description: wordOf(t, "access", code) },
  }));
  const ways = content.transport.map((code) => wordOf(t, "transport", code));
  return known({
    id,
    location_type: "physical",
    organization_id: organization.id,
    name: name ?? organization.name,
    description: isWhole ? null : [street, city, state, zip].filter(Boolean).join(", "),
    transportation: [...ways, content.busStop, content.transportDetail].filter(Boolean).join("; "),
    ...{ latitude, longitude },
    addresses: isWhole ? [address] : [],
    accessibility: access,
  });
}

const virtual = (organizationId: string): HsdsRecord => ({
  id: derivedId(organizationId, "online"),
  location_type: "virtual",
  organization_id: organizationId,
});

/**
 * A listing as a service of the Human Services Data Specification 3.0 (Open Referral), for directories of help such as
 * 211 and libraries. Field names are the specification's; a test holds every record against its required fields.
 */
import type { PublishedList } from "#app/domain/editions/published-list.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { gradesInWords, wordOf } from "#app/ui/listing-words.ts";
import { webAddress } from "../web-address.ts";
import { servedAt } from "./locations.server.ts";
import { derivedId, known, type HsdsRecord } from "./record.server.ts";
import { schedulesOf } from "./schedules.server.ts";
import { attributesOf } from "./terms.server.ts";

export const HSDS_VERSION = "3.0";

const isOneLine = (text: string | null | undefined): text is string => !!text;
const joined = (...texts: (string | null | undefined)[]) => texts.filter(isOneLine).join("\n\n");

/** What of a service is not a list: as the specification's pages hold it. */
export function hsdsService(list: PublishedList, entry: PublishedListing, origin: string): HsdsRecord {
  const { content, organization } = entry;
  const t = translator("en", list.words.en);
  const grades = gradesInWords(t, { ...content, onlyGrades: entry.onlyGrades });
  return known({
    id: entry.id,
    organization_id: organization.id,
    name: content.title,
    alternate_name: content.titleEs,
    description: joined(content.summary, content.description, content.tasks, content.descriptionEs),
    url: origin + paths.listing("en", list.district.slug, entry.slug),
    status: "active",
    application_process: content.howToAsk,
    fees_description: content.costDetail ?? (content.cost && wordOf(t, "cost", content.cost)),
    eligibility_description: joined(grades, content.requirements, content.requirementsEs),
    minimum_age: content.ageMin,
    maximum_age: content.ageMax,
    assured_date: entry.confirmedOn,
    // Whom its partner told: the partner's own address is the district's to know.
    assurer_email: entry.confirmedOn && list.district.contactEmail,
    last_modified: entry.revisedAt.toISOString(),
    organization: hsdsOrganization(organization, t),
  });
}

/** The same with everything below it. */
export function fullHsdsService(list: PublishedList, entry: PublishedListing, origin: string): HsdsRecord {
  const { content, id } = entry;
  const { district } = list;
  const t = translator("en", list.words.en);
  const named = (kind: string, code: string) => ({ id: derivedId(id, kind, code), service_id: id });
  return known({
    ...hsdsService(list, entry, origin),
    schedules: schedulesOf(entry, district.timeZone, list.asOf),
    service_areas: [{ ...named("area", district.id), name: district.name }],
    service_at_locations: servedAt(t, entry),
    languages: content.languages.map((code) => ({ ...named("language", code), name: wordOf(t, "spoken", code), code })),
    cost_options:
      content.cost === "free" ? [{ ...named("cost", "free"), option: "Students", currency: "USD", amount: 0 }] : [],
    required_documents: content.documents.map((code) => ({
      ...named("document", code),
      document: wordOf(t, "document", code),
    })),
    contacts: [{ ...named("contact", district.id), name: district.name, email: district.contactEmail }],
    attributes: attributesOf(t, list, entry),
  });
}

export const hsdsOrganization = (
  { id, name, about, website, sector }: PublishedListing["organization"],
  t = translator("en"),
): HsdsRecord => known({ id, name, description: about || wordOf(t, "sector", sector), website: webAddress(website) });

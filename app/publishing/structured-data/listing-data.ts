import { endOfDay, isoOffset, offsetOf } from "#app/domain/districts/zone.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { isKind } from "#app/domain/opportunities/kinds.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { scheduleInWords, whoInWords, wordOf } from "#app/ui/listing-words.ts";
import { webAddress } from "../web-address.ts";
import { employmentOf, SCHEMA_OF_KIND } from "./schema-of-kind.ts";

/** A node of a JSON-LD graph; what is left out stays out. */
export type Node = Record<string, unknown>;
const CONTEXT = "https://schema.org";
const MODES = { on_site: "onsite", remote: "online", hybrid: "blended" } as const;

interface Read {
  t: Translate;
  locale: Locale;
  timeZone: string;
  /** Whole addresses: of its page, and of its partner's where that has one. */
  url: string;
  partnerUrl: string | null;
}

/** A listing as search engines know such things: a job posting where it is one, else a program. Only what was said. */
export function listingData(listing: PublishedListing, read: Read): Node {
  const kind = listing.content.kind;
  const schema = SCHEMA_OF_KIND[kind !== null && isKind(kind) ? kind : "Other"];
  const shared = { "@context": CONTEXT, "@type": schema.type, url: read.url };
  if (schema.type !== "JobPosting") return { ...shared, ...program(listing, read) };
  const { hoursPerWeek } = listing.content;
  const employment = schema.employment === "byHours" ? [employmentOf(hoursPerWeek)] : schema.employment;
  return { ...shared, ...posting(listing, read), employmentType: employment };
}

function posting({ id, content, organization, publishedOn, closesOn }: PublishedListing, read: Read): Node {
  const { t, locale, timeZone } = read;
  const { title, requirements } = wordingOf(content, locale);
  const isRemote = content.setting === "remote";
  return {
    title: title.text,
    description: asHtml(textsOf(content, locale)),
    identifier: { "@type": "PropertyValue", name: organization.name, value: id },
    datePosted: publishedOn ?? undefined,
    validThrough: closesOn === null ? undefined : lastInstant(closesOn, timeZone),
    directApply: false,
    hiringOrganization: organizationOf(organization, read.partnerUrl),
    jobLocation: isRemote ? undefined : placesOf(content),
    ...(isRemote && {
      jobLocationType: "TELECOMMUTE",
      applicantLocationRequirements: { "@type": "Country", name: "USA" },
    }),
    educationRequirements: whoInWords(t, content),
    qualifications: requirements?.text,
    responsibilities: content.tasks ?? undefined,
    skills: some(content.skills),
    workHours: scheduleInWords(t, locale, content) ?? undefined,
    jobStartDate: content.startsOn ?? undefined,
    totalJobOpenings: content.places ?? undefined,
  };
}

function program({ id, content, organization, closesOn }: PublishedListing, read: Read): Node {
  const { t, locale } = read;
  const { title, requirements } = wordingOf(content, locale);
  return {
    name: title.text,
    description: textsOf(content, locale).join("\n\n"),
    identifier: id,
    provider: organizationOf(organization, read.partnerUrl),
    programType: content.kind ? wordOf(t, "kind", content.kind) : undefined,
    educationalProgramMode: content.setting ? MODES[content.setting] : undefined,
    startDate: content.startsOn ?? undefined,
    endDate: content.endsOn ?? undefined,
    applicationDeadline: closesOn ?? undefined,
    maximumEnrollment: content.places ?? undefined,
    programPrerequisites: [whoInWords(t, content), requirements?.text].filter(Boolean).join(". "),
    ...(content.cost === "free" && { offers: { "@type": "Offer", price: 0, priceCurrency: "USD" } }),
  };
}

type Content = PublishedListing["content"];

/** What it is about, in order; never nothing, since a posting must have a description. */
function textsOf(content: Content, locale: Locale): string[] {
  const { title, summary, description } = wordingOf(content, locale);
  const texts = [summary?.text, description?.text].filter((text) => text !== undefined);
  return texts.length > 0 ? texts : [title.text];
}

/** Engines read a posting's description as HTML. */
const asHtml = (texts: readonly string[]) =>
  texts
    .flatMap((text) => text.split(/\n{2,}/))
    .map((text) => `<p>${text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/\n/g, "<br>")}</p>`)
    .join("");

const some = <T>(values: readonly T[]) => (values.length > 0 ? values : undefined);

type Address = Pick<Content, "street" | "city" | "state" | "zip" | "latitude" | "longitude">;

/** Without a town it is nowhere an engine could show. */
const placesOf = (content: Content) =>
  some([content, ...content.otherSites].filter(({ city }) => city !== null).map(placeOf));

const placeOf = ({ street, city, state, zip, latitude, longitude }: Address): Node => ({
  "@type": "Place",
  address: postalAddress({ street, city, state, zip }),
  ...(latitude !== null && longitude !== null && { geo: { "@type": "GeoCoordinates", latitude, longitude } }),
});

export const postalAddress = ({
  street,
  city,
  state,
  zip,
}: Pick<Address, "street" | "city" | "state" | "zip">): Node => ({
  "@type": "PostalAddress",
  streetAddress: street ?? undefined,
  addressLocality: city ?? undefined,
  addressRegion: state ?? undefined,
  postalCode: zip ?? undefined,
  addressCountry: "US",
});

const organizationOf = ({ name, website }: PublishedListing["organization"], url: string | null): Node => ({
  "@type": "Organization",
  name,
  url: url ?? undefined,
  sameAs: webAddress(website) ?? undefined,
});

/** The end of a day in its zone, with what that zone is ahead of UTC by then. */
export const lastInstant = (date: string, timeZone: string) =>
  `${date}T23:59:59${isoOffset(offsetOf(endOfDay(date, timeZone), timeZone))}`;

import { expect, it, test } from "vitest";
import "#app/i18n/catalogs.server.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { KIND_CODES, type Kind } from "#app/domain/opportunities/kinds.ts";
import { EMPTY_CONTENT } from "#app/domain/opportunities/empty-content.ts";
import { translator } from "#app/i18n/translator.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { lastInstant, listingData } from "./listing-data.ts";

const CHICAGO = "America/Chicago";
const read = {
  ...({ t: translator("en"), locale: "en", timeZone: CHICAGO } as const),
  url: "https://list.example/riverbend/opportunities/helper",
  partnerUrl: "https://list.example/riverbend/partners/1",
};

const listing = (content: Partial<PublishedListing["content"]>, more: Partial<PublishedListing> = {}) =>
  ({
    id: "6f4b1c1e-0000-4000-8000-000000000000",
    slug: "helper",
    content: { ...EMPTY_CONTENT, title: "Helper", setting: "on_site", city: "Moline", state: "IL", ...content },
    organization: { id: "1", name: "Bluestem", sector: "business", about: null, website: "https://bluestem.example" },
    ...{ publishedOn: "2027-02-06", confirmedOn: null, closesOn: "2027-03-05" },
    ...more,
  }) as PublishedListing;

/** What each kind is to a search engine; null: it has no employment type, since it is no job. */
const ROWS: [Kind, string, string[] | null][] = [
  ["PaidInternship", "JobPosting", ["INTERN"]],
  ["UnpaidInternship", "JobPosting", ["INTERN", "VOLUNTEER"]],
  ["NonPaidInternship", "JobPosting", ["INTERN", "VOLUNTEER"]],
  ["CooperativeEducation", "JobPosting", ["PART_TIME"]],
  ["Apprenticeship", "JobPosting", ["PART_TIME"]],
  ["OnTheJob", "JobPosting", ["PART_TIME"]],
  ["PreApprenticeship", "WorkBasedProgram", null],
  ["ClinicalWork", "WorkBasedProgram", null],
  ["JobShadowing", "WorkBasedProgram", null],
  ["IndustryProject", "WorkBasedProgram", null],
  ["SchoolBasedEnterprise", "WorkBasedProgram", null],
  ["SimulatedWorksite", "WorkBasedProgram", null],
  ["SupervisedAgricultural", "WorkBasedProgram", null],
  ["Mentorship", "EducationalOccupationalProgram", null],
  ["ServiceLearning", "EducationalOccupationalProgram", null],
  ["WorksiteTour", "EducationalOccupationalProgram", null],
  ["GuestSpeaker", "EducationalOccupationalProgram", null],
  ["InformationalInterview", "EducationalOccupationalProgram", null],
  ["DualEnrollment", "EducationalOccupationalProgram", null],
  ["Entrepreneurship", "EducationalOccupationalProgram", null],
  ["Other", "EducationalOccupationalProgram", null],
];

test("every kind stands in the table", () => {
  expect(ROWS.map(([kind]) => kind).sort()).toEqual([...KIND_CODES].sort());
});

test.each(ROWS)("%s is a %s", (kind, type, employment) => {
  const node = listingData(listing({ kind, hoursPerWeek: 8 }), read);
  expect(node["@type"]).toBe(type);
  expect(node.employmentType ?? null).toEqual(employment);
});

test.each([
  [34, "PART_TIME"],
  [35, "FULL_TIME"],
  [null, "OTHER"],
])("an apprenticeship of %s hours a week is %s", (hoursPerWeek, employment) => {
  expect(listingData(listing({ kind: "Apprenticeship", hoursPerWeek }), read).employmentType).toEqual([employment]);
});

it("says of a job what search engines ask for, and nothing nobody said", () => {
  expect(JSON.parse(JSON.stringify(listingData(listing({ kind: "PaidInternship", pay: "paid" }), read)))).toEqual({
    "@context": "https://schema.org",
    "@type": "JobPosting",
    url: read.url,
    title: "Helper",
    description: "<p>Helper</p>",
    identifier: { "@type": "PropertyValue", name: "Bluestem", value: "6f4b1c1e-0000-4000-8000-000000000000" },
    datePosted: "2027-02-06",
    validThrough: "2027-03-05T23:59:59-06:00",
    directApply: false,
    hiringOrganization: {
      "@type": "Organization",
      name: "Bluestem",
      url: read.partnerUrl,
      sameAs: "https://bluestem.example/",
    },
    jobLocation: [
      {
        "@type": "Place",
        address: { "@type": "PostalAddress", addressLocality: "Moline", addressRegion: "IL", addressCountry: "US" },
      },
    ],
    educationRequirements: "No grade or age given",
    employmentType: ["INTERN"],
  });
});

it("says of what is done from anywhere that it is, and where one must be for that", () => {
  const node = listingData(listing({ kind: "PaidInternship", setting: "remote" }), read);
  expect(node).toMatchObject({ jobLocationType: "TELECOMMUTE", applicantLocationRequirements: { name: "USA" } });
  expect(node.jobLocation).toBeUndefined();
});

it("says of a program its days, its places and that it is free", () => {
  const content = {
    kind: "JobShadowing",
    startsOn: "2027-03-10",
    endsOn: "2027-03-12",
    places: 2,
    cost: "free",
  } as const;
  expect(listingData(listing({ ...content, setting: "hybrid" }), read)).toMatchObject({
    name: "Helper",
    provider: { name: "Bluestem" },
    ...{ startDate: "2027-03-10", endDate: "2027-03-12", applicationDeadline: "2027-03-05", maximumEnrollment: 2 },
    educationalProgramMode: "blended",
    offers: { price: 0 },
  });
});

test("R15: a last day ends with its district's clock, before and after the change", () => {
  expect(lastInstant("2027-03-13", CHICAGO)).toBe("2027-03-13T23:59:59-06:00");
  expect(lastInstant("2027-03-14", CHICAGO)).toBe("2027-03-14T23:59:59-05:00");
  expect(lastInstant("2027-11-07", CHICAGO)).toBe("2027-11-07T23:59:59-06:00");
  expect(lastInstant("2027-06-01", "Asia/Kolkata")).toBe("2027-06-01T23:59:59+05:30");
});

it("writes a description as HTML, whatever stands in it, and follows no address that is none", () => {
  for (const text of [...NAUGHTY_STRINGS, "</script>", "&lt;b&gt;", "a\n\nb\nc"]) {
    const node = listingData(listing({ kind: "PaidInternship", summary: text }), read);
    const tags = String(node.description).match(/<[^>]*>?/g) ?? [];
    expect(tags.filter((tag) => !["<p>", "</p>", "<br>"].includes(tag))).toEqual([]);
  }
  const organization = { ...listing({}).organization, website: "javascript:alert(1)" };
  const node = listingData(listing({ kind: "PaidInternship" }, { organization }), read);
  expect(node.hiringOrganization).toMatchObject({ sameAs: undefined });
});

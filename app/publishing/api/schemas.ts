/** What else the API answers with. */
import { z } from "zod";
import { Listing, OrganizationFacts, PathwayFacts } from "./listing-schema.ts";
import { apiSchemas } from "./registry.ts";

export const PROBLEMS = {
  unknown_parameter: { status: 400, title: "This address takes no such parameter" },
  unknown_value: { status: 400, title: "The parameter takes no such value" },
  given_twice: { status: 400, title: "The parameter is given more than once" },
  too_long: { status: 400, title: "The parameter's value is too long" },
  too_many: { status: 400, title: "The parameter has too many values" },
  needs_place: { status: 400, title: "The parameter needs a place to be near to" },
  unknown_place: { status: 400, title: "No such place is known" },
  bad_cursor: { status: 400, title: "The cursor does not belong to this question" },
  bad_request: { status: 400, title: "The request cannot be read" },
  not_allowed: { status: 403, title: "The request is not allowed" },
  not_found: { status: 404, title: "Nothing is here" },
  method_not_allowed: { status: 405, title: "This API is read only" },
  gone: { status: 410, title: "It is no longer on the list" },
  too_many_requests: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong here" },
  later: { status: 503, title: "Not just now" },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

export const Problem = z
  .object({
    type: z.url().describe("Which problem it is, by its address on the page about this API"),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    parameter: z.string().optional().describe("The parameter of the address that cannot be answered"),
  })
  .describe("RFC 9457, Problem Details for HTTP APIs")
  .register(apiSchemas, { id: "Problem" });
export type ProblemResource = z.output<typeof Problem>;

const page = <T extends z.ZodType>(item: T) =>
  z.object({
    data: z.array(item),
    total: z.int().min(0).describe("Of all pages"),
    next: z.url().nullable().describe("The next page; null: this is the last. The same as `Link: rel=next`"),
  });

export const District = z
  .object({
    slug: z.string().describe("Names it in addresses"),
    name: z.string(),
    state: z.string(),
    time_zone: z.string().describe("IANA zone; days end by it"),
    contact_email: z.string().describe("Whom to ask about the list"),
    url: z.url().describe("Its list"),
    listings_url: z.url(),
    hsds_url: z.url().describe("The same list in the Human Services Data Specification"),
  })
  .register(apiSchemas, { id: "District" });
export const Districts = z.object({ data: z.array(District) }).register(apiSchemas, { id: "Districts" });

export const ListingPage = page(Listing).register(apiSchemas, { id: "ListingPage" });

export const Pathways = z
  .object({
    data: z.array(
      PathwayFacts.extend({ listings: z.int().min(0), sub_clusters: z.array(z.string()), listings_url: z.url() }),
    ),
  })
  .register(apiSchemas, { id: "Pathways" });

export const Organization = OrganizationFacts.extend({
  url: z.url().describe("Its page"),
  listings: z.int().min(0).describe("How many of its opportunities are on the list"),
  listings_url: z.url(),
})
  .describe("A partner of the district")
  .register(apiSchemas, { id: "Organization" });
export const OrganizationPage = page(Organization).register(apiSchemas, { id: "OrganizationPage" });

const EditionFacts = z.object({
  number: z.int().min(1),
  title: z.string(),
  title_es: z.string().nullable(),
  published_on: z.iso.date(),
  url: z.url().describe("Its page"),
  listings_url: z.url(),
});
export const Edition = EditionFacts.extend({
  note: z.string().nullable().describe("To families"),
  note_es: z.string().nullable(),
  listings: z.int().min(0),
})
  .describe("A numbered, dated, frozen copy of the list")
  .register(apiSchemas, { id: "Edition" });
export const Editions = z.object({ data: z.array(EditionFacts) }).register(apiSchemas, { id: "Editions" });

export const EditionFile = z
  .object({ edition: Edition, listings: z.array(Listing) })
  .describe("An edition as one file")
  .register(apiSchemas, { id: "EditionFile" });

/**
 * A listing as programs read it. The schemas are what the OpenAPI document says and what tests hold every answer
 * against; a field that is null is one nobody filled in.
 */
import { z } from "zod";
import {
  ACCESS,
  CLEARANCES,
  COSTS,
  DAYS,
  DOCUMENTS,
  PAY,
  SETTINGS,
  TRANSPORT,
} from "#app/domain/opportunities/choices.ts";
import { KIND_CODES } from "#app/domain/opportunities/kinds.ts";
import { SECTORS } from "#app/domain/organizations/sectors.ts";
import { apiSchemas } from "./registry.ts";

const text = (about: string) => z.string().describe(about);
const maybe = <T extends z.ZodType>(schema: T, about: string) => schema.nullable().describe(about);
const day = z.iso.date();
const time = z.string().regex(/^\d{2}:\d{2}$/);

const named = z.object({ name: text("In English"), name_es: text("In Spanish") });

export const Kind = z
  .object({
    code: z.enum(KIND_CODES).describe("What the filter `kind` takes"),
    ceds: text("Code of CEDS element 001499, Work-based Learning Opportunity Type"),
    ...named.shape,
  })
  .describe("What sort of experience it is, in the district's own words")
  .register(apiSchemas, { id: "Kind" });

export const OrganizationFacts = z.object({
  id: z.guid(),
  name: text("Its name"),
  sector: z.enum(SECTORS).describe("What kind of organization it is"),
});

export const PathwayFacts = z
  .object({ slug: text("What the filter `pathway` takes"), ...named.shape })
  .describe("A programme of study of the district")
  .register(apiSchemas, { id: "Pathway" });

export const Cluster = z
  .object({ code: text("National Career Clusters Framework, 2024; what the filter `cluster` takes"), ...named.shape })
  .register(apiSchemas, { id: "Cluster" });

export const Place = z
  .object({
    name: maybe(z.string(), "What the place is called"),
    street: z.string().nullable(),
    city: z.string().nullable(),
    state: z.string().nullable(),
    zip: z.string().nullable(),
    latitude: maybe(z.number(), "WGS 84 degrees"),
    longitude: maybe(z.number(), "WGS 84 degrees"),
  })
  .register(apiSchemas, { id: "Place" });

export const Shift = z
  .object({
    starts_on: day,
    start_time: time,
    end_time: time,
    rule: maybe(z.string(), "How it repeats: the value of an RRULE (RFC 5545); null: once"),
  })
  .register(apiSchemas, { id: "Shift" });

export const Listing = z
  .object({
    id: z.guid().describe("Never changes, and names the listing to this API"),
    slug: text("The end of its page's address; names it to this API too"),
    url: z.url().describe("Its page"),
    language: z
      .enum(["en", "es"])
      .describe("The language its texts are written in; `_es` holds Spanish beside English"),
    title: text("What it is called"),
    title_es: z.string().nullable(),
    summary: z.string().nullable(),
    summary_es: z.string().nullable(),
    description: z.string().nullable(),
    description_es: z.string().nullable(),
    tasks: maybe(z.string(), "What a learner does, one task a line"),
    requirements: z.string().nullable(),
    requirements_es: z.string().nullable(),
    kind: Kind.nullable(),
    organization: OrganizationFacts.extend({ about: z.string().nullable(), website: z.url().nullable() }),
    pathways: z.array(PathwayFacts),
    clusters: z.array(Cluster),
    sub_clusters: z.array(z.string()).describe("Codes of the framework's sub-clusters"),
    skills: z.array(z.string()),
    labels: z.array(named.extend({ name_es: z.string().nullable() })).describe("The district's own"),
    grades: z.array(z.int().min(0).max(12)).describe("All grades that may take part; 0 is kindergarten"),
    age_min: z.int().nullable(),
    age_max: z.int().nullable(),
    only_schools: z.array(z.string()).describe("Schools it is kept to; empty: all of the district's"),
    only_groups: z.array(z.string()).describe("Groups of learners it is kept to, in the district's words"),
    places: maybe(z.int(), "How many may take part"),
    schedule: maybe(z.string(), "When, in its partner's words"),
    days: z.array(z.enum(DAYS)),
    start_time: time.nullable(),
    end_time: time.nullable(),
    hours_per_week: z.int().nullable(),
    shifts: z.array(Shift),
    starts_on: day.nullable(),
    ends_on: day.nullable(),
    closes_on: maybe(day, "The last day it is on the list, to its end in the district's time zone; null: until closed"),
    setting: z.enum(SETTINGS).nullable(),
    place: Place.nullable(),
    other_places: z.array(Place),
    transport: z.array(z.enum(TRANSPORT)),
    bus_stop: z.string().nullable(),
    transport_detail: z.string().nullable(),
    access: z.array(z.enum(ACCESS)),
    spoken_languages: z.array(z.string()).describe("ISO 639 codes"),
    pay: z.enum(PAY).nullable(),
    pay_detail: z.string().nullable(),
    earns_credit: z.boolean(),
    service_hours: z.boolean().describe("Its hours count as community service"),
    cost: maybe(z.enum(COSTS), "What it costs the student; null: nobody said"),
    cost_detail: z.string().nullable(),
    clearance: maybe(z.enum(CLEARANCES), "Whether a student is checked before the start"),
    documents: z.array(z.enum(DOCUMENTS)).describe("What a learner brings"),
    questions: z.array(z.string()).describe("What whoever asks for a place is asked"),
    how_to_ask: z.string().nullable(),
    note_to_readers: maybe(z.string(), "From the district"),
    published_on: day.nullable(),
    confirmed_on: maybe(day, "The day its partner last said that it is still true; null: it never did"),
  })
  .describe("One opportunity on one district's list")
  .register(apiSchemas, { id: "Listing" });

export type ListingResource = z.output<typeof Listing>;
export type PlaceResource = z.output<typeof Place>;

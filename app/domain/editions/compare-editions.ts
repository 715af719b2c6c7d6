/**
 * What became of a list between two editions, or between one and the live list: what is new, what is there no longer,
 * and what changed of the rest, by what a reader would ask about. Pure; the words are `app/publishing/changes-in-words.ts`.
 */
import type { PublishedListing } from "../listings/published.server.ts";
import { EMPTY_CONTENT } from "../opportunities/empty-content.ts";
import type { PublishedList } from "./published-list.ts";

type Part = (listing: PublishedListing) => unknown;

/** What of a listing is one question to a reader, in the order they ask. A day it was confirmed is no change. */
const PARTS = {
  title: ({ content }) => content.title,
  organization: ({ organization }) => organization.name,
  kind: ({ content }) => content.kind,
  last_day: ({ closesOn }) => closesOn,
  dates: ({ content: { startsOn, endsOn } }) => [startsOn, endsOn],
  times: ({ content: { schedule, days, startTime, endTime, hoursPerWeek } }) => [
    ...[schedule, days.toSorted(), startTime, endTime, hoursPerWeek],
  ],
  shifts: ({ content }) =>
    content.shifts.map(({ startsOn, startTime, endTime, rule }) => [startsOn, startTime, endTime, rule]),
  who: ({ content: { gradeMin, gradeMax, ageMin, ageMax }, onlyGrades, onlyGroups }) => [
    ...[gradeMin, gradeMax, ageMin, ageMax],
    ...[onlyGrades.toSorted((a, b) => a - b), onlyGroups.toSorted()],
  ],
  schools: ({ schoolIds }) => schoolIds.toSorted(),
  pay: ({ content: { pay, payDetail, earnsCredit, serviceHours } }) => [pay, payDetail, earnsCredit, serviceHours],
  cost: ({ content: { cost, costDetail } }) => [cost, costDetail],
  places: ({ content }) => content.places,
  where: ({ content: { setting, street, city, state, zip } }) => [setting, street, city, state, zip],
  other_sites: ({ content }) =>
    content.otherSites.map(({ name, street, city, state, zip }) => [name, street, city, state, zip]),
  transport: ({ content: { transport, busStop, transportDetail } }) => [transport.toSorted(), busStop, transportDetail],
  access: ({ content }) => content.access.toSorted(),
  languages: ({ content }) => content.languages.toSorted(),
  requirements: ({ content: { requirements, clearance, hazards } }) => [requirements, clearance, hazards.toSorted()],
  asking: ({ content: { howToAsk, questions, documents } }) => [howToAsk, questions, documents.toSorted()],
  text: ({ content: { summary, description, tasks, skills, language } }) => [
    summary,
    description,
    tasks,
    skills,
    language,
  ],
  spanish: ({ content: { titleEs, summaryEs, descriptionEs, requirementsEs } }) => [
    ...[titleEs, summaryEs, descriptionEs, requirementsEs],
  ],
  picture: ({ content: { pictureId, pictureAlt } }) => [pictureId, pictureAlt],
  fields: ({ subClusters }) => subClusters.toSorted(),
  pathways: ({ pathwayIds }) => pathwayIds.toSorted(),
  labels: ({ labels }) => labels.toSorted(),
  note: ({ noteToReaders }) => noteToReaders,
} as const satisfies Record<string, Part>;

export type ChangedPart = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as ChangedPart[];

export interface ChangedListing {
  before: PublishedListing;
  after: PublishedListing;
  /** Never empty. */
  parts: ChangedPart[];
}

export interface EditionChanges {
  added: PublishedListing[];
  closed: PublishedListing[];
  changed: ChangedListing[];
}

type Entries = Pick<PublishedList, "entries">;

/** Each in the order of the list it stands on. */
export function compareEditions(before: Entries, after: Entries): EditionChanges {
  const earlier = new Map(before.entries.map((listing) => [listing.id, listing]));
  const later = new Set(after.entries.map(({ id }) => id));
  return {
    added: after.entries.filter(({ id }) => !earlier.has(id)),
    closed: before.entries.filter(({ id }) => !later.has(id)),
    changed: after.entries.flatMap((listing) => {
      const was = earlier.get(listing.id);
      const parts = was ? changedParts(was, listing) : [];
      return was && parts.length > 0 ? [{ before: was, after: listing, parts }] : [];
    }),
  };
}

export function changedParts(before: PublishedListing, after: PublishedListing): ChangedPart[] {
  const [was, is] = [whole(before), whole(after)];
  return NAMES.filter((name) => JSON.stringify(PARTS[name](was)) !== JSON.stringify(PARTS[name](is)));
}

/** A text that was sent before a question was asked has no such field. */
const whole = (listing: PublishedListing) => ({ ...listing, content: { ...EMPTY_CONTENT, ...listing.content } });

/**
 * Turns what the seed's authors wrote into rows that could have come from the product's own verbs: a revision for
 * what was submitted, a review for each decision, an event for each step.
 */
import type { events } from "../../schema/events.ts";
import type { listings, reviews, suspensions } from "../../schema/listings.ts";
import type { opportunities, opportunityRevisions } from "../../schema/opportunities.ts";
import { districts } from "../cast.ts";
import { addDays, instantDaysAgo } from "../days.ts";
import { fixedId } from "../fixed-id.ts";
import { partners } from "../partners/partners.ts";
import { pathways } from "../pathways.ts";
import { schools } from "../schools.ts";
import { subClusterCodes } from "../sub-cluster-codes.ts";
import { FEATURED_AGO, listingEvents } from "./event-rows.ts";
import { history, reviewer, type History } from "./history.ts";
import { opportunityContent } from "./opportunity-content.ts";
import type { Offer, SeedOpportunity } from "./seed-opportunity.ts";

type Review = typeof reviews.$inferInsert;
type Suspension = typeof suspensions.$inferInsert;
export type ListingRow = typeof listings.$inferInsert & { id: string };

export interface SeedRows {
  opportunity: typeof opportunities.$inferInsert;
  revisions: (typeof opportunityRevisions.$inferInsert)[];
  listings: ListingRow[];
  reviews: Review[];
  suspensions: Suspension[];
  events: (typeof events.$inferInsert)[];
}

export function seedRows(seed: SeedOpportunity, now: Date): SeedRows {
  const offers = seed.offers ?? [{ district: partners[seed.by].home, state: "published" as const }];
  const histories = offers.map((offer) => history(seed, offer));
  const drafted = Math.max(...histories.map((past) => past.drafted)) + 1;
  const opportunity = opportunityRow(seed, offers, drafted, now);
  const told = offers.map((offer, i) => listingRows(seed, offer, histories[i]!, now));
  return {
    opportunity,
    revisions: revisionRows(seed, offers, drafted, now),
    listings: told.map(({ listing }) => listing),
    reviews: told.flatMap(({ review }) => review ?? []),
    suspensions: told.flatMap(({ suspension }) => suspension ?? []),
    events: [
      {
        id: fixedId(15, seed.n),
        name: "opportunity.drafted",
        subjectId: opportunityId(seed),
        actorId: partners[seed.by].person.id,
        at: instantDaysAgo(now, drafted),
      },
      ...told.flatMap(({ events }) => events),
    ],
  };
}

const opportunityId = (seed: SeedOpportunity) => fixedId(10, seed.n);
const revisionId = (seed: SeedOpportunity, version: number) => fixedId(11, seed.n * 10 + version);
const editOf = (offer: Offer) => (offer.state === "published" ? offer.edit : undefined);

function opportunityRow(seed: SeedOpportunity, offers: readonly Offer[], drafted: number, now: Date) {
  const { id: organizationId, person } = partners[seed.by];
  const edit = offers.map(editOf).find((found) => found);
  return {
    ...opportunityContent(seed, now),
    ...edit?.content,
    id: opportunityId(seed),
    organizationId,
    createdBy: person.id,
    version: edit ? 2 : 1,
    createdAt: instantDaysAgo(now, drafted),
    updatedAt: instantDaysAgo(now, edit?.ago ?? drafted),
  };
}

function revisionRows(seed: SeedOpportunity, offers: readonly Offer[], drafted: number, now: Date) {
  if (offers.every((offer) => offer.state === "draft")) return [];
  const content = opportunityContent(seed, now);
  const revision = (version: number, ago: number, changed = {}) => ({
    id: revisionId(seed, version),
    opportunityId: opportunityId(seed),
    version,
    content: { ...content, ...changed },
    authorId: partners[seed.by].person.id,
    createdAt: instantDaysAgo(now, ago),
  });
  const edits = offers.flatMap((offer) => editOf(offer) ?? []);
  return [revision(1, drafted), ...edits.map((edit) => revision(2, edit.ago, edit.content))];
}

function listingRows(seed: SeedOpportunity, offer: Offer, past: History, now: Date) {
  const number = seed.n * 10 + (offer.district === "riverbend" ? 1 : 2);
  const id = fixedId(12, number);
  const at = (ago: number | null) => (ago === null ? null : instantDaysAgo(now, ago));
  const edit = editOf(offer);
  const wasApproved = past.confirmed !== null;
  const steps = listingEvents(number, id, seed, offer, past, now);
  const listing: ListingRow = {
    id,
    opportunityId: opportunityId(seed),
    districtId: districts[offer.district].id,
    state: offer.state,
    slug: slug(seed.title, id),
    submittedRevisionId: past.submitted === null ? null : revisionId(seed, edit ? 2 : 1),
    publishedRevisionId: wasApproved ? revisionId(seed, 1) : null,
    ...(wasApproved && curation(seed, offer)),
    submittedAt: edit ? at(edit.ago) : at(past.submitted),
    publishOn: offer.state === "approved" ? addDays(now, offer.publishIn) : null,
    publishedAt: wasApproved && offer.state !== "approved" ? at(past.decided) : null,
    closesOn: wasApproved ? lastDayOf(opportunityContent(seed, now)) : null,
    closedAt: offer.state === "closed" ? at(offer.ago) : null,
    closedReason: offer.state === "closed" ? offer.reason : null,
    ...(offer.state === "published" &&
      offer.featured && { featuredAt: at(FEATURED_AGO), featuredPosition: offer.featured }),
    confirmedAt: at(past.confirmed),
    version: steps.length,
    createdAt: at(past.drafted)!,
    updatedAt: steps.at(-1)?.at ?? at(past.drafted)!,
  };
  const suspension = suspensionRow(number, listing, seed, offer, now);
  return { listing, review: reviewRow(number, listing, seed, offer, past, now), suspension, events: steps };
}

/** The day it closes or the day it ends, whichever comes first. */
const lastDayOf = ({ closesOn, endsOn }: { closesOn: string | null; endsOn: string | null }) =>
  [closesOn, endsOn].flatMap((day) => day ?? []).sort()[0] ?? null;

/** What a coordinator adds: the district's pathways that prepare for it, labels, a note, schools. */
function curation(seed: SeedOpportunity, offer: Offer) {
  const subClusters = subClusterCodes(seed.fits);
  const fitting = Object.values(pathways).filter(
    (pathway) =>
      pathway.districtId === districts[offer.district].id &&
      pathway.subClusters.some((code) => subClusters.includes(code)),
  );
  const {
    labels = [],
    noteToReaders = null,
    schools: kept = [],
  } = "labels" in offer || "schools" in offer || "noteToReaders" in offer ? offer : {};
  return {
    pathwayIds: fitting.map((pathway) => pathway.id),
    labels: [...labels],
    noteToReaders,
    schoolIds: kept.map((school) => schools[school].id),
  };
}

function reviewRow(
  number: number,
  listing: ListingRow,
  seed: SeedOpportunity,
  offer: Offer,
  past: History,
  now: Date,
): Review | null {
  if (past.decided === null) return null;
  const turnedDown = offer.state === "changes_requested" || offer.state === "declined";
  return {
    id: fixedId(13, number),
    listingId: listing.id,
    districtId: listing.districtId,
    revisionId: revisionId(seed, 1),
    reviewerId: reviewer(seed, offer),
    decision: turnedDown ? offer.state : "approved",
    reasonCode: offer.state === "declined" ? offer.reasonCode : null,
    note: turnedDown ? offer.note : null,
    decidedAt: instantDaysAgo(now, past.decided),
  };
}

function suspensionRow(
  number: number,
  listing: ListingRow,
  seed: SeedOpportunity,
  offer: Offer,
  now: Date,
): Suspension | null {
  if (offer.state !== "suspended") return null;
  return {
    id: fixedId(16, number),
    listingId: listing.id,
    districtId: listing.districtId,
    suspendedBy: reviewer(seed, offer),
    suspendedAt: instantDaysAgo(now, offer.ago),
    note: offer.note,
  };
}

const MARKS = /\p{M}/gu;

/** Words of the title, at most 60 characters of them, then the end of the id. */
function slug(title: string, id: string) {
  const words =
    title
      .normalize("NFKD")
      .replace(MARKS, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const fitting = words.filter((_, i) => words.slice(0, i + 1).join("-").length <= 60);
  return `${fitting.join("-")}-${id.slice(-6)}`;
}

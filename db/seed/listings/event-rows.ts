import type { events } from "../../schema/events.ts";
import { districts } from "../cast.ts";
import { instantDaysAgo } from "../days.ts";
import { fixedId } from "../fixed-id.ts";
import { partners } from "../partners/partners.ts";
import { reviewer, type History } from "./history.ts";
import type { Offer, SeedOpportunity } from "./seed-opportunity.ts";

type Event = typeof events.$inferInsert;

interface Step {
  name: string;
  ago: number;
  actorId: string | null;
  detail: Record<string, unknown>;
}

/** The log of one listing, oldest first. */
export function listingEvents(
  number: number,
  listingId: string,
  seed: SeedOpportunity,
  offer: Offer,
  past: History,
  now: Date,
): Event[] {
  const author = partners[seed.by].person.id;
  const coordinator = reviewer(seed, offer);
  const steps: Step[] = [
    { name: "listing.offered", ago: past.drafted, actorId: author, detail: { opportunityId: fixedId(10, seed.n) } },
  ];
  if (past.submitted !== null)
    steps.push({
      name: "listing.submitted",
      ago: past.submitted,
      actorId: author,
      detail: { from: "draft", to: "submitted" },
    });
  if (past.decided !== null) steps.push(decision(number, offer, past.decided, coordinator));
  steps.push(...aftermath(number, offer, author, coordinator));
  return steps.map(({ ago, ...step }, i) => ({
    ...step,
    id: fixedId(14, number * 10 + i),
    subjectId: listingId,
    districtId: districts[offer.district].id,
    at: instantDaysAgo(now, ago),
  }));
}

function decision(number: number, offer: Offer, ago: number, actorId: string): Step {
  const reviewId = fixedId(13, number);
  if (offer.state === "changes_requested" || offer.state === "declined")
    return { name: `listing.${offer.state}`, ago, actorId, detail: { reviewId, from: "submitted", to: offer.state } };
  const to = offer.state === "approved" ? "approved" : "published";
  return { name: "listing.approved", ago, actorId, detail: { reviewId, from: "submitted", to } };
}

/** Days since somebody put listings on the front page. */
export const FEATURED_AGO = 2;

/** What came after the decision. */
function aftermath(number: number, offer: Offer, author: string, coordinator: string): Step[] {
  const from = "published";
  switch (offer.state) {
    case "published":
      return [
        ...(offer.edit
          ? [{ name: "listing.edited", ago: offer.edit.ago, actorId: author, detail: { from, to: from } }]
          : []),
        ...(offer.featured ? [{ name: "listing.featured", ago: FEATURED_AGO, actorId: coordinator, detail: {} }] : []),
      ];
    case "closed":
      return [
        {
          name: "listing.closed",
          ago: offer.ago,
          actorId: author,
          detail: { reason: offer.reason, from, to: "closed" },
        },
      ];
    case "expired":
      return [
        { name: "listing.expired", ago: offer.why === "over" ? 5 : 3, actorId: null, detail: { from, to: "expired" } },
      ];
    case "suspended":
      return [
        {
          name: "listing.suspended",
          ago: offer.ago,
          actorId: coordinator,
          detail: { suspensionId: fixedId(16, number), from, to: "suspended" },
        },
      ];
    case "draft":
    case "submitted":
    case "changes_requested":
    case "declined":
    case "approved":
      return [];
  }
}

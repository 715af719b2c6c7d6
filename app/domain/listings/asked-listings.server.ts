/**
 * The link of the mail that asks whether a listing is still true. It stands for one asking, opens the page about that
 * listing and nothing else, signs nobody in, and answers once: with a yes, or by closing.
 */
import { and, eq } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import type { Database } from "#db/database.ts";
import { done, refused, type Context, type Outcome, type Visitor } from "../context.ts";
import type { CloseReason } from "./closing.ts";
import { closeLocked } from "./closing.server.ts";
import { confirm } from "./confirming.server.ts";
import { FRESHNESS, lastWordOf } from "./freshness.ts";
import type { Listing } from "./lifecycle.ts";
import { getPublished, type PublishedListing } from "./published.server.ts";

const DAY_MS = 86_400_000;

/** `answered`: somebody spoke for it since; `over`: the link is too old, or the listing is not on the list. */
export type AskingState = "open" | "answered" | "over";

export interface Asking {
  state: AskingState;
  opportunityId: string;
  district: typeof districts.$inferSelect;
  /** What readers see; null when they see it no longer. */
  listing: PublishedListing | null;
}

/** Null: no such asking. */
export async function getAsking({ db, now }: Pick<Context, "db" | "now">, askingId: string): Promise<Asking | null> {
  const [row] = await readAsking(db, askingId);
  if (!row) return null;
  const { listing, district, askedAt } = row;
  const page = await getPublished(db, district, listing.slug, now);
  const shown = page?.state === "published" ? page.listing : null;
  const state = stateOf(listing, askedAt, now);
  return {
    state: state === "open" && !shown ? "over" : state,
    opportunityId: listing.opportunityId,
    district,
    listing: shown,
  };
}

type Answered = { listingId: string };
export type AnswerRefusal = "not_found" | "answered" | "over";

export const confirmAsked = (ctx: Context<Visitor>, { askingId }: { askingId: string }) =>
  answerOnce(ctx, askingId, (ctx, listing) => confirm(ctx, listing, "link"));

export const closeAsked = (
  ctx: Context<Visitor>,
  { askingId, reason }: { askingId: string; reason: CloseReason },
): Promise<Outcome<Answered, AnswerRefusal>> =>
  answerOnce(ctx, askingId, (ctx, listing) => closeLocked(ctx, listing, { reason, by: "link" }));

/** Needs no form's key: the asking itself is answered once, whoever holds its link. */
function answerOnce(
  ctx: Context<Visitor>,
  askingId: string,
  work: (ctx: Context<Visitor>, listing: Listing) => Promise<unknown>,
): Promise<Outcome<Answered, AnswerRefusal>> {
  return ctx.db.transaction(async (tx) => {
    const [asking] = await readAsking(tx, askingId).for("update", { of: listings });
    if (!asking) return refused("not_found");
    const state = stateOf(asking.listing, asking.askedAt, ctx.now);
    if (state !== "open") return refused(state);
    await work({ ...ctx, db: tx }, asking.listing);
    return done({ listingId: asking.listing.id });
  });
}

function stateOf(listing: Listing, askedAt: Date, now: Date): AskingState {
  if (lastWordOf(listing) >= askedAt) return "answered";
  const isOld = now.getTime() >= askedAt.getTime() + FRESHNESS.linkDays * DAY_MS;
  return isOld || listing.state !== "published" ? "over" : "open";
}

const readAsking = (db: Database, askingId: string) =>
  db
    .select({ listing: listings, district: districts, askedAt: events.at })
    .from(events)
    .innerJoin(listings, eq(listings.id, events.subjectId))
    .innerJoin(districts, eq(districts.id, listings.districtId))
    .where(and(eq(events.id, askingId), eq(events.name, "listing.confirmation_asked")));

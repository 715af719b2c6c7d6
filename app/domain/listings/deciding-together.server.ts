/**
 * Many listings in one stroke: each goes through the checks it would go through alone; those a rule refuses are named
 * with why, the others are done, all in one transaction. The whole can be undone like a single decision.
 */
import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { districtStaff } from "#db/schema/people.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { listPathways, type Pathway } from "../districts/districts.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { fittingPathways, MOST_LABELS } from "./curation.ts";
import { recordDecided, type Touched } from "./decided.server.ts";
import { approve, turnDown } from "./deciding.server.ts";
import { isPublic, type Listing, type ReasonCode } from "./lifecycle.ts";
import { tellReadersOfSeveral } from "./publishing-effects.server.ts";
import { changedAt, contentOf, judgedRevision, whyNotDecided } from "./review-subject.server.ts";
import { MOST_TOGETHER } from "./review-queue.ts";

export type Together =
  | { verb: "approve" }
  | { verb: "request_changes"; note: string }
  | { verb: "decline"; reasonCode: ReasonCode; note: string | null }
  | { verb: "label"; add: string[]; remove: string[] }
  /** Null: nobody's. */
  | { verb: "assign"; to: string | null };

interface Chosen {
  listingId: string;
  /** `listings.version` of the row that was chosen. */
  version?: number;
}

export type TogetherRefusal = "none_chosen" | "not_found" | "too_many" | "unknown_coordinator";
export interface DecidedTogether {
  decisionId: string;
  done: number;
  refused: number;
}

export function decideTogether(
  ctx: Context<Coordinator>,
  { chosen, idempotencyKey, ...together }: Together & { chosen: Chosen[]; idempotencyKey: string },
): Promise<Outcome<DecidedTogether, TogetherRefusal>> {
  type No = TogetherRefusal;
  return once<Coordinator, DecidedTogether, No>(ctx, `${together.verb}-together`, idempotencyKey, async (ctx) => {
    const each = [...new Map(chosen.map((one) => [one.listingId, one])).values()];
    if (each.length === 0) return refused("none_chosen");
    if (each.length > MOST_TOGETHER) return refused("too_many");
    if (together.verb === "assign" && together.to && !(await isStaff(ctx, together.to)))
      return refused("unknown_coordinator");
    const decideOne = await makerOf(ctx, together);
    const found = await lockListings(
      ctx,
      each.map(({ listingId }) => listingId),
    );
    if (found.size === 0) return refused("not_found");
    const touched: Touched[] = [];
    const seen: string[] = [];
    for (const { listingId, version } of each) {
      const listing = found.get(listingId);
      const outcome = listing ? await decideOne(listing, version) : refused("not_found");
      if (!outcome.ok) touched.push({ listingId, refusal: outcome.refusal });
      else if (listing) touched.push({ listing });
      if (outcome.ok && outcome.value.concernsReaders) seen.push(listingId);
    }
    const decisionId = await recordDecided(ctx, together.verb, touched);
    await tellReadersOfSeveral(ctx.db, ctx.actor.districtId, seen);
    const doneCount = touched.filter((one) => "listing" in one).length;
    return done({ decisionId, done: doneCount, refused: touched.length - doneCount });
  });
}

type One = (listing: Listing, version?: number) => Promise<Outcome<{ concernsReaders: boolean }, string>>;

async function makerOf(ctx: Context<Coordinator>, together: Together): Promise<One> {
  switch (together.verb) {
    case "approve": {
      const pathways = await listPathways(ctx.db, ctx.actor.districtId);
      return ifAwaiting(async (listing) => approve(ctx, listing, await placingOf(ctx, listing, pathways)));
    }
    case "request_changes":
      return ifAwaiting(async (listing) =>
        done(await turnDown(ctx, listing, { decision: "changes_requested", note: together.note })),
      );
    case "decline": {
      const { reasonCode, note } = together;
      return ifAwaiting(async (listing) =>
        done(await turnDown(ctx, listing, { decision: "declined", reasonCode, note })),
      );
    }
    case "label":
      return (listing) => label(ctx, listing, together);
    case "assign":
      return (listing) => assign(ctx, listing, together.to);
  }
}

const ifAwaiting =
  (make: One): One =>
  (listing, version) => {
    const no = whyNotDecided(listing, version);
    return no ? Promise.resolve(refused<string>(no)) : make(listing);
  };

/** Where the page of one listing would begin; career areas that a program guessed stay unlooked-at. */
async function placingOf({ db }: Context, listing: Listing, pathways: Pathway[]) {
  const isFirst = listing.publishedRevisionId === null && listing.pathwayIds.length === 0;
  const { labels, publishOn } = listing;
  if (!isFirst) return { note: null, labels, publishOn, pathwayIds: listing.pathwayIds };
  const text = await contentOf(db, judgedRevision(listing));
  const pathwayIds = fittingPathways(pathways, listing.subClusters ?? text.subClusters);
  return { note: null, labels, publishOn, pathwayIds };
}

async function label(
  ctx: Context<Coordinator>,
  listing: Listing,
  { add, remove }: { add: string[]; remove: string[] },
) {
  const labels = [...new Set([...listing.labels.filter((one) => !remove.includes(one)), ...add])];
  if (labels.length > MOST_LABELS) return refused("too_many_labels");
  await ctx.db
    .update(listings)
    .set({ labels, ...changedAt(ctx.now) })
    .where(eq(listings.id, listing.id));
  await recordEvent(ctx, "listing.curated", {
    id: listing.id,
    districtId: listing.districtId,
    detail: { before: { labels: listing.labels }, after: { labels } },
  });
  return done({ concernsReaders: isPublic(listing.state) });
}

/** Whose a listing is to review is nothing a text or a reader depends on: its version stays. */
async function assign(ctx: Context<Coordinator>, listing: Listing, to: string | null) {
  await ctx.db.update(listings).set({ assignedTo: to }).where(eq(listings.id, listing.id));
  const { id, districtId } = listing;
  await recordEvent(ctx, "listing.assigned", { id, districtId, detail: { from: listing.assignedTo, to } });
  return done({ concernsReaders: false });
}

async function isStaff({ db, actor }: Context<Coordinator>, userId: string): Promise<boolean> {
  const { districtId, disabledAt } = districtStaff;
  const mine = and(eq(districtStaff.userId, userId), eq(districtId, actor.districtId), isNull(disabledAt));
  return (await db.$count(districtStaff, mine)) > 0;
}

/** The district's, in one order, so that of two strokes over the same listings one waits and none is stuck. */
async function lockListings(ctx: Context<Coordinator>, ids: string[]): Promise<Map<string, Listing>> {
  const rows = await ctx.db
    .select()
    .from(listings)
    .where(and(inArray(listings.id, ids), eq(listings.districtId, ctx.actor.districtId), ne(listings.state, "draft")))
    .orderBy(asc(listings.id))
    .for("update");
  return new Map(rows.map((row) => [row.id, row]));
}

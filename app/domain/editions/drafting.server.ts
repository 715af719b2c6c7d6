/** Editions before they are published: their title, the note to families, and the day they are to be published by themselves. */
import { and, eq, ne, sql } from "drizzle-orm";
import { editions } from "#db/schema/editions.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { todayIn } from "../listings/review-subject.server.ts";
import { once } from "../once.server.ts";
import { MOST_DRAFTS } from "./editions.ts";
import { lockEdition, type Edition } from "./publishing.server.ts";

export type EditionWords = Pick<Edition, "title" | "titleEs" | "note" | "noteEs">;
type Drafted = { editionId: string };

interface Change {
  editionId: string;
  /** `editions.version` the form was shown with. */
  version: number;
  idempotencyKey: string;
}
export type ChangeRefusal = "not_found" | "already_published" | "changed_since_read";

/** A new one is for the staff alone; it holds nothing until it is published. */
export function draftEdition(
  ctx: Context<Coordinator>,
  { idempotencyKey, ...words }: EditionWords & { idempotencyKey: string },
): Promise<Outcome<Drafted, "too_many">> {
  return once<Coordinator, Drafted, "too_many">(ctx, "draft-edition", idempotencyKey, async (ctx) => {
    const { districtId } = ctx.actor;
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`edition drafts ${districtId}`}))`);
    const open = and(eq(editions.districtId, districtId), ne(editions.state, "published"));
    if ((await ctx.db.$count(editions, open)) >= MOST_DRAFTS) return refused("too_many");
    const [drafted] = await ctx.db
      .insert(editions)
      .values({ ...words, districtId, createdAt: ctx.now })
      .returning({ id: editions.id });
    await recordEvent(ctx, "edition.drafted", { id: drafted!.id });
    return done({ editionId: drafted!.id });
  });
}

export const editEdition = (
  ctx: Context<Coordinator>,
  { title, titleEs, note, noteEs, ...change }: EditionWords & Change,
) =>
  changeDraft(ctx, "edit-edition", change, async (ctx, edition) => {
    await write(ctx, edition, { title, titleEs, note, noteEs });
    await recordEvent(ctx, "edition.edited", { id: edition.id });
    return null;
  });

/** For good: it was never published, so no number is missing. */
export const deleteEdition = (ctx: Context<Coordinator>, change: Change) =>
  changeDraft(ctx, "delete-edition", change, async (ctx, { id }) => {
    await ctx.db.delete(editions).where(eq(editions.id, id));
    await recordEvent(ctx, "edition.deleted", { id });
    return null;
  });

/** `publishOn` is a day of the district, and not over. Scheduled again, it moves. */
export const scheduleEdition = (ctx: Context<Coordinator>, { publishOn, ...change }: Change & { publishOn: string }) =>
  changeDraft<"day_over">(ctx, "schedule-edition", change, async (ctx, edition) => {
    if (publishOn < (await todayIn(ctx, edition.districtId))) return "day_over";
    await write(ctx, edition, { state: "scheduled", publishOn });
    await recordEvent(ctx, "edition.scheduled", { id: edition.id, detail: { publishOn } });
    return null;
  });

export const unscheduleEdition = (ctx: Context<Coordinator>, change: Change) =>
  changeDraft<"not_scheduled">(ctx, "unschedule-edition", change, async (ctx, edition) => {
    if (edition.state !== "scheduled") return "not_scheduled";
    await write(ctx, edition, { state: "draft", publishOn: null });
    await recordEvent(ctx, "edition.unscheduled", { id: edition.id });
    return null;
  });

/** What every change of a draft asks first. `work` answers why not, or null. */
function changeDraft<R extends string = never>(
  ctx: Context<Coordinator>,
  verb: string,
  { editionId, version, idempotencyKey }: Change,
  work: (ctx: Context<Coordinator>, edition: Edition) => Promise<R | null>,
): Promise<Outcome<Drafted, ChangeRefusal | R>> {
  return once<Coordinator, Drafted, ChangeRefusal | R>(ctx, verb, idempotencyKey, async (ctx) => {
    const edition = await lockEdition(ctx.db, { id: editionId, districtId: ctx.actor.districtId });
    if (!edition) return refused("not_found");
    if (edition.state === "published") return refused("already_published");
    if (edition.version !== version) return refused("changed_since_read");
    const refusal = await work(ctx, edition);
    return refusal === null ? done({ editionId }) : refused(refusal);
  });
}

const write = (ctx: Context, { id, version }: Edition, change: Partial<Edition>) =>
  ctx.db
    .update(editions)
    .set({ ...change, version: version + 1 })
    .where(eq(editions.id, id));

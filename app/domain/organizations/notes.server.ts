/** What the staff writes down about a partner, and when they talked to it. The log knows that a note was written, not what. */
import { and, desc, eq } from "drizzle-orm";
import { partnershipNotes, partnerships } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { todayIn } from "../listings/review-subject.server.ts";
import { once } from "../once.server.ts";
import { TAKE_BACK_MINUTES, type NoteKind } from "./notes.ts";

interface NewNote {
  partnershipId: string;
  kind: NoteKind;
  text: string;
  happenedOn: string;
  idempotencyKey: string;
}
type Written = { noteId: string };
export type NoteRefusal = "not_found" | "in_the_future";

export function addNote(
  ctx: Context<Coordinator>,
  { partnershipId, idempotencyKey, ...note }: NewNote,
): Promise<Outcome<Written, NoteRefusal>> {
  return once<Coordinator, Written, NoteRefusal>(ctx, "add-partnership-note", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    const { districtId, userId } = actor;
    const own = and(eq(partnerships.id, partnershipId), eq(partnerships.districtId, districtId));
    const [partnership] = await db.select({ id: partnerships.id }).from(partnerships).where(own).for("share");
    if (!partnership) return refused("not_found");
    if (note.happenedOn > (await todayIn(ctx, districtId))) return refused("in_the_future");
    const [written] = await db
      .insert(partnershipNotes)
      .values({ ...note, partnershipId, districtId, writtenBy: userId, createdAt: now })
      .returning({ id: partnershipNotes.id });
    const detail = { partnershipId, kind: note.kind };
    await recordEvent(ctx, "partnership_note.added", { id: written!.id, districtId, detail });
    return done({ noteId: written!.id });
  });
}

/** What happened last comes first. */
export async function listNotes(ctx: Context<Coordinator>, partnershipId: string) {
  const rows = await ctx.db
    .select({
      id: partnershipNotes.id,
      kind: partnershipNotes.kind,
      text: partnershipNotes.text,
      happenedOn: partnershipNotes.happenedOn,
      writtenBy: partnershipNotes.writtenBy,
      writer: users.name,
      createdAt: partnershipNotes.createdAt,
    })
    .from(partnershipNotes)
    .leftJoin(users, eq(users.id, partnershipNotes.writtenBy))
    .where(
      and(eq(partnershipNotes.partnershipId, partnershipId), eq(partnershipNotes.districtId, ctx.actor.districtId)),
    )
    .orderBy(desc(partnershipNotes.happenedOn), desc(partnershipNotes.createdAt));
  return rows.map(({ writtenBy, createdAt, ...note }) => ({
    ...note,
    canTakeBack: writtenBy === ctx.actor.userId && isFresh(createdAt, ctx.now),
  }));
}

const isFresh = (createdAt: Date, now: Date) => now.getTime() - createdAt.getTime() <= TAKE_BACK_MINUTES * 60_000;

export type TakingBackRefusal = "not_found" | "not_yours" | "too_late";

/** By its writer, for some minutes; after that it is part of the history. */
export function takeBackNote(
  ctx: Context<Coordinator>,
  { partnershipId, noteId, idempotencyKey }: { partnershipId: string; noteId: string; idempotencyKey: string },
): Promise<Outcome<Written, TakingBackRefusal>> {
  return once<Coordinator, Written, TakingBackRefusal>(ctx, "take-back-note", idempotencyKey, async (ctx) => {
    const { districtId, userId } = ctx.actor;
    const { id, districtId: ofDistrict, partnershipId: ofPartnership } = partnershipNotes;
    const own = and(eq(id, noteId), eq(ofPartnership, partnershipId), eq(ofDistrict, districtId));
    const [note] = await ctx.db.select().from(partnershipNotes).where(own).for("update");
    if (!note) return refused("not_found");
    if (note.writtenBy !== userId) return refused("not_yours");
    if (!isFresh(note.createdAt, ctx.now)) return refused("too_late");
    await ctx.db.delete(partnershipNotes).where(eq(id, noteId));
    await recordEvent(ctx, "partnership_note.removed", { id: noteId, districtId, detail: { partnershipId } });
    return done({ noteId });
  });
}

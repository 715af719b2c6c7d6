/** The steps of a district's vetting as they stand for one partner, and the marks a coordinator sets and takes back. */
import { and, asc, eq, gte, isNull, or } from "drizzle-orm";
import { partnershipDocuments, partnerships, vettingMarks, vettingSteps } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { todayIn } from "../listings/review-subject.server.ts";
import { once } from "../once.server.ts";
import type { ChecklistItem, DocumentKind } from "./vetting-steps.ts";

/** In the district's order; `today` is a day of the district. */
export async function readChecklist(ctx: Context<Coordinator>, partnershipId: string, today: string) {
  const rows = await ctx.db
    .select({
      id: vettingSteps.id,
      name: vettingSteps.name,
      nameEs: vettingSteps.nameEs,
      documentKind: vettingSteps.documentKind,
      isRequired: vettingSteps.isRequired,
      doneAt: vettingMarks.doneAt,
      doneBy: users.name,
    })
    .from(vettingSteps)
    .leftJoin(
      vettingMarks,
      and(eq(vettingMarks.stepId, vettingSteps.id), eq(vettingMarks.partnershipId, partnershipId)),
    )
    .leftJoin(users, eq(users.id, vettingMarks.doneBy))
    .where(and(eq(vettingSteps.districtId, ctx.actor.districtId), isNull(vettingSteps.retiredAt)))
    .orderBy(asc(vettingSteps.position), asc(vettingSteps.createdAt));
  const held = await kindsHeld(ctx, partnershipId, today);
  return rows.map((row): ChecklistItem => ({
    ...row,
    isProven: row.documentKind === null || held.has(row.documentKind),
  }));
}

/** Kinds of which the partner has a document that holds today. */
async function kindsHeld({ db }: Context, partnershipId: string, today: string): Promise<Set<DocumentKind>> {
  const { kind, expiresOn, removedAt } = partnershipDocuments;
  const rows = await db
    .selectDistinct({ kind })
    .from(partnershipDocuments)
    .where(
      and(
        eq(partnershipDocuments.partnershipId, partnershipId),
        isNull(removedAt),
        or(isNull(expiresOn), gte(expiresOn, today)),
      ),
    );
  return new Set(rows.map((row) => row.kind));
}

interface Marking {
  partnershipId: string;
  stepId: string;
  isDone: boolean;
  idempotencyKey: string;
}
type Marked = { isDone: boolean };
export type MarkingRefusal = "not_found" | "document_missing";

/** A step that asks for a document is done only while one holds; what stands already as it is wanted stays. */
export function markStep(
  ctx: Context<Coordinator>,
  { partnershipId, stepId, isDone, idempotencyKey }: Marking,
): Promise<Outcome<Marked, MarkingRefusal>> {
  return once<Coordinator, Marked, MarkingRefusal>(ctx, "mark-vetting-step", idempotencyKey, async (ctx) => {
    const { db, actor, now } = ctx;
    const { districtId } = actor;
    const [step] = await db
      .select({ documentKind: vettingSteps.documentKind })
      .from(vettingSteps)
      .innerJoin(partnerships, eq(partnerships.districtId, vettingSteps.districtId))
      .where(
        and(
          eq(vettingSteps.id, stepId),
          isNull(vettingSteps.retiredAt),
          eq(partnerships.id, partnershipId),
          eq(partnerships.districtId, districtId),
        ),
      )
      .for("share");
    if (!step) return refused("not_found");
    if (isDone && step.documentKind) {
      const held = await kindsHeld(ctx, partnershipId, await todayIn(ctx, districtId));
      if (!held.has(step.documentKind)) return refused("document_missing");
    }
    const mark = and(eq(vettingMarks.partnershipId, partnershipId), eq(vettingMarks.stepId, stepId));
    const changed = isDone
      ? await db
          .insert(vettingMarks)
          .values({ partnershipId, stepId, doneBy: actor.userId, doneAt: now })
          .onConflictDoNothing()
          .returning({ stepId: vettingMarks.stepId })
      : await db.delete(vettingMarks).where(mark).returning({ stepId: vettingMarks.stepId });
    if (changed.length > 0) {
      const event = isDone ? "partnership.step_done" : "partnership.step_undone";
      await recordEvent(ctx, event, { id: partnershipId, districtId, detail: { stepId } });
    }
    return done({ isDone });
  });
}

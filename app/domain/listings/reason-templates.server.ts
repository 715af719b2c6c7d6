/** A district's own words for turning something down, written once and used by all of its coordinators. */
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { reasonTemplates } from "#db/schema/listings.ts";
import { done, refused, type Context, type Coordinator, type Outcome } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { TEMPLATED, type ReasonTemplate, type Templated } from "./reason-templates.ts";

const MOST_TEMPLATES = 100;
type Words = Omit<ReasonTemplate, "id">;
type Done = { templateId: string };
export type AddingRefusal = "name_taken" | "too_many";
export type TemplateRefusal = "not_found" | "name_taken";

const ownOf = ({ actor }: Context<Coordinator>) => eq(reasonTemplates.districtId, actor.districtId);

/** By decision, then by name. */
export async function listReasonTemplates(ctx: Context<Coordinator>): Promise<ReasonTemplate[]> {
  const { id, decision, reasonCode, name, text } = reasonTemplates;
  const rows = await ctx.db
    .select({ id, decision, reasonCode, name, text })
    .from(reasonTemplates)
    .where(and(ownOf(ctx), inArray(decision, [...TEMPLATED])))
    .orderBy(asc(decision), asc(name));
  return rows.map((row) => ({ ...row, decision: row.decision as Templated }));
}

export function addReasonTemplate(
  ctx: Context<Coordinator>,
  { idempotencyKey, ...words }: Words & { idempotencyKey: string },
): Promise<Outcome<Done, AddingRefusal>> {
  return once<Coordinator, Done, AddingRefusal>(ctx, "add-reason-template", idempotencyKey, async (ctx) => {
    if ((await ctx.db.$count(reasonTemplates, ownOf(ctx))) >= MOST_TEMPLATES) return refused("too_many");
    const [added] = await ctx.db
      .insert(reasonTemplates)
      .values({ ...words, districtId: ctx.actor.districtId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: reasonTemplates.id });
    if (!added) return refused("name_taken");
    await recordEvent(ctx, "reason_template.added", { id: added.id, detail: { decision: words.decision } });
    return done({ templateId: added.id });
  });
}

interface Change {
  templateId: string;
  idempotencyKey: string;
}

export function changeReasonTemplate(
  ctx: Context<Coordinator>,
  { templateId, idempotencyKey, ...words }: Change & Words,
): Promise<Outcome<Done, TemplateRefusal>> {
  return once<Coordinator, Done, TemplateRefusal>(ctx, "change-reason-template", idempotencyKey, async (ctx) => {
    const { id, decision, name } = reasonTemplates;
    const named = and(ownOf(ctx), eq(decision, words.decision), eq(name, words.name), ne(id, templateId));
    if ((await ctx.db.$count(reasonTemplates, named)) > 0) return refused("name_taken");
    const mine = and(eq(id, templateId), ownOf(ctx));
    const [changed] = await ctx.db.update(reasonTemplates).set(words).where(mine).returning({ id });
    if (!changed) return refused("not_found");
    await recordEvent(ctx, "reason_template.changed", { id: templateId });
    return done({ templateId });
  });
}

export function deleteReasonTemplate(
  ctx: Context<Coordinator>,
  { templateId, idempotencyKey }: Change,
): Promise<Outcome<Done, "not_found">> {
  return once<Coordinator, Done, "not_found">(ctx, "delete-reason-template", idempotencyKey, async (ctx) => {
    const mine = and(eq(reasonTemplates.id, templateId), ownOf(ctx));
    const [gone] = await ctx.db.delete(reasonTemplates).where(mine).returning({ id: reasonTemplates.id });
    if (!gone) return refused("not_found");
    await recordEvent(ctx, "reason_template.deleted", { id: templateId });
    return done({ templateId });
  });
}

/** A district's own steps of vetting, in the hands of its admins. What was marked for a partner stays with its step. */
import { and, asc, desc, eq, gt, isNull, lt, max, sql } from "drizzle-orm";
import { FIRST_STEPS } from "#db/schema/first-vetting-steps.ts";
import { districts } from "#db/schema/districts.ts";
import { vettingSteps } from "#db/schema/organizations.ts";
import { done, refused, type Admin, type Context, type Outcome } from "../context.ts";
import type { EventName } from "../events/event-names.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { MOST_STEPS, type DocumentKind, type VettingStep } from "./vetting-steps.ts";

export interface StepText {
  name: string;
  nameEs: string | null;
  documentKind: DocumentKind | null;
  isRequired: boolean;
}
interface Keyed {
  idempotencyKey: string;
}
type Changed = { stepId: string };
export type StepRefusal = "not_found" | "too_many";

/** Those that are asked for first, in their order, then those that no longer are. */
export const listSteps = ({ db, actor }: Context<Admin>) =>
  db
    .select()
    .from(vettingSteps)
    .where(eq(vettingSteps.districtId, actor.districtId))
    .orderBy(sql`${vettingSteps.retiredAt} nulls first`, asc(vettingSteps.position));

export async function getStep({ db, actor }: Context<Admin>, stepId: string): Promise<VettingStep | null> {
  const [step] = await db
    .select()
    .from(vettingSteps)
    .where(and(eq(vettingSteps.id, stepId), eq(vettingSteps.districtId, actor.districtId)));
  return step ?? null;
}

/** Called once for a new district, in its own transaction. */
export async function plantFirstSteps(ctx: Context, districtId: string): Promise<void> {
  const rows = FIRST_STEPS.map((step, i) => ({ ...step, districtId, position: i + 1, createdAt: ctx.now }));
  await ctx.db.insert(vettingSteps).values(rows);
}

export function addStep(
  ctx: Context<Admin>,
  { idempotencyKey, ...text }: StepText & Keyed,
): Promise<Outcome<Changed, "too_many">> {
  return once<Admin, Changed, "too_many">(ctx, "add-vetting-step", idempotencyKey, async (ctx) => {
    const { districtId } = ctx.actor;
    await lockSteps(ctx);
    if (await isFull(ctx)) return refused("too_many");
    const [step] = await ctx.db
      .insert(vettingSteps)
      .values({ ...text, districtId, position: await nextPosition(ctx), createdAt: ctx.now })
      .returning({ id: vettingSteps.id });
    await recordEvent(ctx, "vetting_step.added", { id: step!.id, districtId });
    return done({ stepId: step!.id });
  });
}

type Change = Keyed & { stepId: string };

export const editStep = (ctx: Context<Admin>, { stepId, idempotencyKey, ...text }: StepText & Change) =>
  change(ctx, "edit-vetting-step", { stepId, idempotencyKey }, async (ctx) => {
    await ctx.db.update(vettingSteps).set(text).where(eq(vettingSteps.id, stepId));
    return "vetting_step.edited";
  });

/** Changes places with its neighbor; the first stays first, the last stays last. */
export const moveStep = (ctx: Context<Admin>, { by, ...changing }: Change & { by: "up" | "down" }) =>
  change(ctx, "move-vetting-step", changing, async (ctx, step) => {
    const { position } = vettingSteps;
    const isUp = by === "up";
    const [neighbor] = await ctx.db
      .select({ id: vettingSteps.id, position })
      .from(vettingSteps)
      .where(and(asked(ctx), isUp ? lt(position, step.position) : gt(position, step.position)))
      .orderBy(isUp ? desc(position) : asc(position))
      .limit(1);
    if (!neighbor || step.retiredAt) return null;
    await ctx.db.update(vettingSteps).set({ position: neighbor.position }).where(eq(vettingSteps.id, step.id));
    await ctx.db.update(vettingSteps).set({ position: step.position }).where(eq(vettingSteps.id, neighbor.id));
    return "vetting_step.edited";
  });

/** No longer asked for, or asked for again, as the last one. */
export const retireStep = (ctx: Context<Admin>, { isRetired, ...changing }: Change & { isRetired: boolean }) =>
  change(ctx, "retire-vetting-step", changing, async (ctx, step) => {
    if (isRetired === (step.retiredAt !== null)) return null;
    if (!isRetired && (await isFull(ctx))) return "too_many";
    const to = isRetired ? { retiredAt: ctx.now } : { retiredAt: null, position: await nextPosition(ctx) };
    await ctx.db.update(vettingSteps).set(to).where(eq(vettingSteps.id, step.id));
    return isRetired ? "vetting_step.retired" : "vetting_step.reinstated";
  });

/** `work` answers with the event it was, null for nothing to do, or a refusal. */
function change(
  ctx: Context<Admin>,
  verb: string,
  { stepId, idempotencyKey }: Change,
  work: (
    ctx: Context<Admin>,
    step: VettingStep,
  ) => Promise<Extract<EventName, `vetting_step.${string}`> | "too_many" | null>,
): Promise<Outcome<Changed, StepRefusal>> {
  return once<Admin, Changed, StepRefusal>(ctx, verb, idempotencyKey, async (ctx) => {
    await lockSteps(ctx);
    const step = await getStep(ctx, stepId);
    if (!step) return refused("not_found");
    const event = await work(ctx, step);
    if (event === "too_many") return refused(event);
    if (event) await recordEvent(ctx, event, { id: stepId, districtId: step.districtId });
    return done({ stepId });
  });
}

/** Of two admins who change the order at once, the second waits. */
const lockSteps = ({ db, actor }: Context<Admin>) =>
  db.select({ id: districts.id }).from(districts).where(eq(districts.id, actor.districtId)).for("no key update");

const asked = ({ actor }: Context<Admin>) =>
  and(eq(vettingSteps.districtId, actor.districtId), isNull(vettingSteps.retiredAt));

const isFull = async (ctx: Context<Admin>) => (await ctx.db.$count(vettingSteps, asked(ctx))) >= MOST_STEPS;

async function nextPosition(ctx: Context<Admin>): Promise<number> {
  const [last] = await ctx.db
    .select({ position: max(vettingSteps.position) })
    .from(vettingSteps)
    .where(eq(vettingSteps.districtId, ctx.actor.districtId));
  return (last?.position ?? 0) + 1;
}

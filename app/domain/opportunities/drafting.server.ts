/**
 * Drafting: a partner writes an opportunity once, a step at a time, and each step is kept. What is written is a
 * working copy: learners see the revision a district approved, so an edit changes no list until it is sent and read.
 * Of two saves from the same state the later one is refused and nothing is overwritten unseen.
 */
import { and, eq } from "drizzle-orm";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import { done, refused, type Context, type Outcome, type Partner } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { once } from "../once.server.ts";
import { claim } from "./claiming.server.ts";
import { composeDraft, type FirstWords } from "./composing.server.ts";
import { keepChanges, type Changes } from "./keeping.server.ts";
import type { Opportunity } from "./opportunity.ts";
import { isOwn, lockOpportunity } from "./own.server.ts";

export type Draft = FirstWords & { organizationId: string; idempotencyKey: string };

/** Starts a draft with what is already known, the writer as the person to call. */
export function draftOpportunity(
  ctx: Context<Partner>,
  { organizationId, idempotencyKey, ...content }: Draft,
): Promise<Outcome<{ opportunityId: string }, "not_found">> {
  return once<Partner, { opportunityId: string }, "not_found">(
    ctx,
    "draft-opportunity",
    idempotencyKey,
    async (ctx) => {
      if (!ctx.actor.organizationIds.includes(organizationId)) return refused("not_found");
      const [organization] = await ctx.db.select().from(organizations).where(eq(organizations.id, organizationId));
      const [writer] = await ctx.db.select().from(users).where(eq(users.id, ctx.actor.userId));
      if (!organization || !writer) return refused("not_found");
      const [draft] = await ctx.db
        .insert(opportunities)
        .values({
          ...(await composeDraft(ctx, organization, content)),
          createdBy: writer.id,
          contactName: content.contactName ?? writer.name,
          contactEmail: content.contactEmail ?? writer.email,
        })
        .returning({ id: opportunities.id });
      await recordEvent(ctx, "opportunity.drafted", { id: draft!.id });
      return done({ opportunityId: draft!.id });
    },
  );
}

export interface Save {
  opportunityId: string;
  /** `opportunities.version` the form was shown with. */
  version: number;
  changes: Changes;
  idempotencyKey: string;
}

export type SaveRefusal = "not_found" | "edited_elsewhere";

/** Keeps what a step says; whoever changes what was entered for them has claimed it. */
export function saveDraft(
  ctx: Context<Partner>,
  { opportunityId, version, changes, idempotencyKey }: Save,
): Promise<Outcome<{ version: number }, SaveRefusal>> {
  return once<Partner, { version: number }, SaveRefusal>(ctx, "save-draft", idempotencyKey, async (ctx) => {
    const before = await lockOpportunity(ctx, opportunityId);
    if (!before) return refused("not_found");
    if (before.version !== version) return refused("edited_elsewhere");
    const after = await keepChanges(ctx, before, changes);
    if (after !== before) await claim(ctx, after, "partner");
    return done({ version: after.version });
  });
}

export interface OwnOpportunity extends Opportunity {
  organization: Pick<typeof organizations.$inferSelect, "name" | "sector" | "about" | "website">;
}

/** Null: not there, or another partner's. */
export async function getOpportunity(ctx: Context<Partner>, opportunityId: string): Promise<OwnOpportunity | null> {
  const [found] = await ctx.db
    .select({ opportunity: opportunities, organization: organizations })
    .from(opportunities)
    .innerJoin(organizations, eq(organizations.id, opportunities.organizationId))
    .where(and(eq(opportunities.id, opportunityId), isOwn(ctx)));
  if (!found) return null;
  const { name, sector, about, website } = found.organization;
  return { ...found.opportunity, organization: { name, sector, about, website } };
}

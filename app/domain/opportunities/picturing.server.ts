/**
 * An opportunity's picture, and what it shows in words. It is part of the text: readers see it with the revision that
 * a district approved, and a save from an older version is refused like any other.
 */
import { eq, sql } from "drizzle-orm";
import { opportunities } from "#db/schema/opportunities.ts";
import { done, refused, type Context, type Outcome, type Partner } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { keepPicture } from "../files/pictures.server.ts";
import type { EncodedPicture } from "../files/picture.ts";
import { once } from "../once.server.ts";
import type { Opportunity } from "./opportunity.ts";
import { lockOpportunity } from "./own.server.ts";

interface Picturing {
  opportunityId: string;
  /** `opportunities.version` the form was shown with. */
  version: number;
  idempotencyKey: string;
}
type Pictured = { version: number };
export type RemovalRefusal = "not_found" | "edited_elsewhere";
export type PicturingRefusal = RemovalRefusal | "no_picture";

/** Without a `picture` the one that is there stays, and is described anew. */
export function setPicture(
  ctx: Context<Partner>,
  { picture, alt, ...picturing }: Picturing & { picture: EncodedPicture | null; alt: string },
): Promise<Outcome<Pictured, PicturingRefusal>> {
  return change<"no_picture">(ctx, "set-picture", picturing, async (ctx, { pictureId }) => {
    if (!picture && !pictureId) return refused("no_picture");
    return done({ pictureId: picture ? await keepPicture(ctx, picture) : pictureId, pictureAlt: alt });
  });
}

/** Taking off what is not there is no change. */
export function removePicture(ctx: Context<Partner>, picturing: Picturing): Promise<Outcome<Pictured, RemovalRefusal>> {
  return change(ctx, "remove-picture", picturing, () => Promise.resolve(done({ pictureId: null, pictureAlt: null })));
}

type Shown = Pick<Opportunity, "pictureId" | "pictureAlt">;

function change<R extends string = never>(
  ctx: Context<Partner>,
  verb: string,
  { opportunityId, version, idempotencyKey }: Picturing,
  decide: (ctx: Context<Partner>, before: Opportunity) => Promise<Outcome<Shown, R>>,
) {
  return once<Partner, Pictured, RemovalRefusal | R>(ctx, verb, idempotencyKey, async (ctx) => {
    const before = await lockOpportunity(ctx, opportunityId);
    if (!before) return refused("not_found");
    if (before.version !== version) return refused("edited_elsewhere");
    const decided = await decide(ctx, before);
    if (!decided.ok) return decided;
    const shown = decided.value;
    const fields = (["pictureId", "pictureAlt"] as const).filter((field) => shown[field] !== before[field]);
    if (!fields.length) return done({ version });
    const [after] = await ctx.db
      .update(opportunities)
      .set({ ...shown, version: sql`${opportunities.version} + 1`, updatedAt: ctx.now })
      .where(eq(opportunities.id, opportunityId))
      .returning({ version: opportunities.version });
    await recordEvent(ctx, "opportunity.edited", { id: opportunityId, detail: { fields, version: after!.version } });
    return done(after!);
  });
}

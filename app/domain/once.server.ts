import { and, eq } from "drizzle-orm";
import { acknowledgements } from "#db/schema/events.ts";
import type { Actor, Context, Outcome } from "./context.ts";

/** Stands for "nobody" in the acknowledgements of visitors, the clock and the command line; their keys are uuids too. */
const NOBODY_ID = "00000000-0000-0000-0000-000000000000";

/**
 * Does `work` in one transaction, once per actor, key and verb: the same form sent again gets the first answer. What
 * was refused was not done, so that the same form may be sent again after its cause is gone. The outcome must survive
 * JSON. The key is the form's hidden field, a uuid made when the form was shown; sent with
 * another verb it is another form.
 */
export async function once<A extends Actor, T, R extends string>(
  ctx: Context<A>,
  verb: string,
  key: string,
  work: (ctx: Context<A>) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R>> {
  const actorId = ctx.actor.userId ?? NOBODY_ID;
  return ctx.db.transaction(async (tx) => {
    // A twin request waits here on the primary key until the first one commits, then finds its answer.
    const [claim] = await tx
      .insert(acknowledgements)
      .values({ actorId, key, verb, at: ctx.now })
      .onConflictDoNothing()
      .returning();
    const mine = and(
      eq(acknowledgements.actorId, actorId),
      eq(acknowledgements.key, key),
      eq(acknowledgements.verb, verb),
    );
    if (!claim) {
      const [earlier] = await tx.select().from(acknowledgements).where(mine);
      if (!earlier) throw new Error(`the answer to ${verb} ${key} was deleted while its twin waited`);
      return earlier.outcome as Outcome<T, R>;
    }
    const outcome = await work({ ...ctx, db: tx });
    if (outcome.ok) await tx.update(acknowledgements).set({ outcome }).where(mine);
    else await tx.delete(acknowledgements).where(mine);
    return outcome;
  });
}

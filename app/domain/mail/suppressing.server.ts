/**
 * What a provider tells of mails it took: an address that takes none, or whose reader called one junk, gets no more.
 * Messages come late, twice and in any order: what is told first of an address stays, whenever it arrives.
 */
import { eq, sql } from "drizzle-orm";
import { mails, suppressions, webhookMessages } from "#db/schema/mail.ts";
import { done, refused, type Context, type Outcome, type System } from "../context.ts";

export interface DeliveryNews {
  /** The message's own id, the same each time it is sent. */
  messageId: string;
  /** Null: nothing that changes what we do. */
  reason: "bounced" | "complained" | null;
  addresses: string[];
  /** Our mail's id; null when the message names none. */
  mailId: string | null;
  at: Date;
}

export async function hearOfDelivery(ctx: Context<System>, news: DeliveryNews): Promise<Outcome<null, "heard_before">> {
  const { messageId, reason, addresses, mailId, at } = news;
  return ctx.db.transaction(async (tx) => {
    const [heard] = await tx
      .insert(webhookMessages)
      .values({ id: messageId, receivedAt: ctx.now })
      .onConflictDoNothing()
      .returning();
    if (!heard) return refused("heard_before");
    if (reason === null) return done(null);
    for (const address of addresses)
      await tx
        .insert(suppressions)
        .values({ address: address.toLowerCase(), reason, at })
        .onConflictDoUpdate({
          target: suppressions.address,
          set: { reason: sql`excluded.reason`, at: sql`excluded.at` },
          setWhere: sql`excluded.at < ${suppressions.at}`,
        });
    if (mailId !== null) await tx.update(mails).set({ problem: reason }).where(eq(mails.id, mailId));
    return done(null);
  });
}

import { sql } from "drizzle-orm";
import { operators, users } from "#db/schema/people.ts";
import type { Context, System } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";

/**
 * Names an operator from the machine itself: nobody on the site may. Whoever runs the command vouches for the address;
 * a person who has an account keeps it. Saying it twice is saying it once.
 */
export function nameOperator(ctx: Context<System>, { email, name }: { email: string; name: string }): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const [created] = await db
      .insert(users)
      .values({ email, name, emailVerifiedAt: ctx.now, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: users.id });
    const [known] = created
      ? [created]
      : await db
          .select({ id: users.id })
          .from(users)
          .where(sql`lower(${users.email}) = lower(${email})`);
    const named = await db.insert(operators).values({ userId: known!.id }).onConflictDoNothing().returning();
    if (named.length > 0) await recordEvent({ ...ctx, db }, "operator.named", { id: known!.id });
  });
}

import { and, eq, gt, isNull } from "drizzle-orm";
import { oneTimeLinks } from "#db/schema/sign-in.ts";
import { users } from "#db/schema/people.ts";
import type { About } from "../about.server.ts";

export interface OneTimeLink {
  id: string;
  /** How long it works, from when it was made. */
  minutes: number;
}

type Purpose = (typeof oneTimeLinks.$inferSelect)["purpose"];

/** Null once it was used, is over, or the account's address is another than the one it was made for. */
export const readLink =
  (purpose: Purpose) =>
  async ({ db, data, now }: About<{ linkId: string }>): Promise<OneTimeLink | null> => {
    const [row] = await db
      .select({ link: oneTimeLinks, email: users.email })
      .from(oneTimeLinks)
      .innerJoin(users, eq(users.id, oneTimeLinks.userId))
      .where(
        and(
          eq(oneTimeLinks.id, data.linkId),
          eq(oneTimeLinks.purpose, purpose),
          isNull(oneTimeLinks.usedAt),
          gt(oneTimeLinks.expiresAt, now),
        ),
      );
    if (!row) return null;
    const { id, email, createdAt, expiresAt } = row.link;
    if (purpose !== "change_email" && email.toLowerCase() !== row.email.toLowerCase()) return null;
    return { id, minutes: Math.round((expiresAt.getTime() - createdAt.getTime()) / 60_000) };
  };

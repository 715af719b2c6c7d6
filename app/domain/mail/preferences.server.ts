/** How often a person wants which mails. What they have not chosen is as its category is for everyone. */
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { mailPreferences } from "#db/schema/mail.ts";
import { users } from "#db/schema/people.ts";
import { done, refused, type Context, type Outcome, type Person } from "../context.ts";
import { recordEvent } from "../events/record-event.server.ts";
import {
  CATEGORIES,
  chosenBy,
  DEFAULT_CADENCE,
  type Cadence,
  type Category,
  type Declinable,
  type MailKind,
} from "./mails.ts";

export type Cadences = Record<Category, Cadence>;

export const cadencesOf = async (db: Database, userId: string): Promise<Cadences> => ({
  ...DEFAULT_CADENCE,
  ...(await chosenCadences(db, userId)),
});

async function chosenCadences(db: Database, userId: string): Promise<Partial<Cadences>> {
  const rows = await db.select().from(mailPreferences).where(eq(mailPreferences.userId, userId));
  const known = rows.filter(({ category }) => CATEGORIES.some((one) => one === category));
  return Object.fromEntries(known.map(({ category, cadence }) => [category, cadence]));
}

/** Whether a person said how often they want such mails, if only that they want none. */
export const hasChosen = async (db: Database, userId: string, category: Category): Promise<boolean> =>
  (await db.$count(mailPreferences, and(eq(mailPreferences.userId, userId), eq(mailPreferences.category, category)))) >
  0;

/** Whether a person still wants a mail that was written for them. */
export async function isWanted(
  db: Database,
  { kind, userId }: { kind: string; userId: string | null },
): Promise<boolean> {
  const category = chosenBy(kind as MailKind);
  return category === null || userId === null || (await cadencesOf(db, userId))[category] !== "never";
}

/** Takes effect at once: also what waits for a digest, or for the morning, is sent or not by what holds then. */
export async function chooseCadences(
  ctx: Context<Person>,
  chosen: Partial<Cadences>,
): Promise<Outcome<Cadences, "no_account">> {
  const { userId } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("key share");
    if (!user) return refused("no_account");
    const said = await chosenCadences(tx, userId);
    const before: Cadences = { ...DEFAULT_CADENCE, ...said };
    // Who says the usual has said it: it is asked no more.
    const news = CATEGORIES.flatMap((category) => {
      const cadence = chosen[category];
      return cadence !== undefined && cadence !== said[category] ? [{ category, cadence }] : [];
    });
    for (const { category, cadence } of news)
      await tx
        .insert(mailPreferences)
        .values({ userId, category, cadence, updatedAt: ctx.now })
        .onConflictDoUpdate({
          target: [mailPreferences.userId, mailPreferences.category],
          set: { cadence, updatedAt: ctx.now },
        });
    const changed = news.filter(({ category, cadence }) => cadence !== before[category]);
    const detail = Object.fromEntries(changed.map(({ category, cadence }) => [category, cadence]));
    if (changed.length > 0) await recordEvent({ ...ctx, db: tx }, "person.mail_chosen", { id: userId, detail });
    return done({ ...before, ...detail });
  });
}

export const categoriesOf = (what: Declinable): readonly Category[] => (what === "all" ? CATEGORIES : [what]);

/**
 * Links in mails that prove who reads them: good once, not for long, and for the address they were sent to. The token is
 * the row's id under a signature, so the table alone opens nothing. To look at a link changes nothing, since mail
 * programs follow links; what it opens is done by a form that uses it, in the transaction of what follows.
 */
import { and, eq, gt, isNull, lt, ne, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { users } from "#db/schema/people.ts";
import { oneTimeLinks } from "#db/schema/sign-in.ts";
import {
  CHANGE_EMAIL,
  RESET_PASSWORD,
  SIGN_IN,
  VERIFY_EMAIL,
  type LinkPurpose,
} from "#app/domain/mail/link-purposes.ts";
import type { Keys } from "./keys.server.ts";

export type OneTimePurpose = Exclude<(typeof oneTimeLinks.$inferSelect)["purpose"], "guardian_code">;
export type OneTimeLink = Pick<
  typeof oneTimeLinks.$inferSelect,
  "id" | "userId" | "email" | "browserHash" | "expiresAt"
>;

interface Kind {
  signedFor: LinkPurpose;
  minutes: number;
}

export const LINKS: Record<OneTimePurpose, Kind> = {
  sign_in: { signedFor: SIGN_IN, minutes: 10 },
  reset_password: { signedFor: RESET_PASSWORD, minutes: 60 },
  verify_email: { signedFor: VERIFY_EMAIL, minutes: 24 * 60 },
  change_email: { signedFor: CHANGE_EMAIL, minutes: 24 * 60 },
};

/** Tries at a link's code, or at the password beside it, from a browser that did not ask for it. */
const MOST_TRIES = 5;

type At = { db: Database; now: Date };
type Signed = At & { keys: Keys };

interface Asked {
  purpose: OneTimePurpose;
  userId: string;
  /** Where it is sent. */
  email: string;
  /** Of the asking browser (`asking-cookie.server.ts`), where another one must say more. */
  browserHash?: string | null | undefined;
}

/** Makes a link in the caller's transaction and answers its id, for the data of the mail that carries it. */
export async function createLink({ db, now }: At, { purpose, ...asked }: Asked): Promise<string> {
  const expiresAt = new Date(now.getTime() + LINKS[purpose].minutes * 60_000);
  const [link] = await db
    .insert(oneTimeLinks)
    .values({ purpose, ...asked, expiresAt, createdAt: now })
    .returning({ id: oneTimeLinks.id });
  return link!.id;
}

/** The link of this token, if it would open something now; null for every other, whatever the cause. */
export async function lookAtLink(
  { db, keys, now }: Signed,
  purpose: OneTimePurpose,
  token: string,
): Promise<OneTimeLink | null> {
  const id = keys.read(LINKS[purpose].signedFor, token);
  const [link] = id
    ? await db
        .select()
        .from(oneTimeLinks)
        .where(living(db, purpose, id, now))
    : [];
  return link ?? null;
}

/**
 * Uses the link up, and with it the person's others for the same: of many requests with one token, one is answered with
 * the link. In the caller's transaction; what fails after it gives the link back.
 */
export async function spendLink(
  { db, keys, now }: Signed,
  purpose: OneTimePurpose,
  token: string,
): Promise<OneTimeLink | null> {
  const id = keys.read(LINKS[purpose].signedFor, token);
  return id ? spendLinkById({ db, now }, purpose, id) : null;
}

/** The same for a link that was found by another proof than its token. */
export async function spendLinkById({ db, now }: At, purpose: OneTimePurpose, id: string): Promise<OneTimeLink | null> {
  const [link] = await db
    .update(oneTimeLinks)
    .set({ usedAt: now })
    .where(living(db, purpose, id, now))
    .returning();
  if (!link) return null;
  const others = and(eq(oneTimeLinks.userId, link.userId), eq(oneTimeLinks.purpose, purpose), ne(oneTimeLinks.id, id));
  await db
    .update(oneTimeLinks)
    .set({ expiresAt: now })
    .where(and(others, isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, now)));
  return link;
}

/** Ends the links a person has not used: after a new password, the older ways to it are closed. */
export async function endLinks({ db, now }: At, userId: string): Promise<void> {
  const open = and(eq(oneTimeLinks.userId, userId), isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, now));
  await db.update(oneTimeLinks).set({ expiresAt: now }).where(open);
}

/** Living links that were asked for in this browser, the newest first. */
export async function linksAskedBy(
  { db, now }: At,
  purpose: OneTimePurpose,
  browserHash: string,
): Promise<OneTimeLink[]> {
  const links = await db
    .select()
    .from(oneTimeLinks)
    .where(and(living(db, purpose, null, now), eq(oneTimeLinks.browserHash, browserHash)));
  return links.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

/** Takes one of a link's tries, before what was typed is looked at, so that many at the same moment count too. */
export async function takeTry({ db }: Pick<At, "db">, linkId: string): Promise<boolean> {
  const [taken] = await db
    .update(oneTimeLinks)
    .set({ attempts: sql`${oneTimeLinks.attempts} + 1` })
    .where(and(eq(oneTimeLinks.id, linkId), lt(oneTimeLinks.attempts, MOST_TRIES)))
    .returning({ id: oneTimeLinks.id });
  return taken !== undefined;
}

/** Not used, not over, its person not disabled and, but for a change of it, their address still this one. */
function living(db: Database, purpose: OneTimePurpose, id: string | null, now: Date) {
  const holder = db
    .select({ one: sql`1` })
    .from(users)
    .where(
      and(
        eq(users.id, oneTimeLinks.userId),
        isNull(users.disabledAt),
        purpose === "change_email" ? undefined : sql`lower(${users.email}) = lower(${oneTimeLinks.email})`,
      ),
    );
  return and(
    id === null ? undefined : eq(oneTimeLinks.id, id),
    eq(oneTimeLinks.purpose, purpose),
    isNull(oneTimeLinks.usedAt),
    gt(oneTimeLinks.expiresAt, now),
    sql`exists ${holder}`,
  );
}

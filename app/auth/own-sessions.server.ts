/** A person's own look at where they are signed in, and the ways to end it. */
import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { sessions } from "#db/schema/people.ts";
import { done, refused, type Context, type Outcome, type Person } from "#app/domain/context.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import { endSession, endSessions, sessionUser } from "./sessions.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";

export type OwnSession = Pick<
  typeof sessions.$inferSelect,
  "publicId" | "device" | "method" | "createdAt" | "lastSeenAt"
>;

/** Living ones, the last used first. */
export function listSessions({ db, now, actor }: Context<Person>): Promise<OwnSession[]> {
  const { publicId, device, method, createdAt, lastSeenAt, idleSeconds, endsAt } = sessions;
  const isAwake = sql`${lastSeenAt} + make_interval(secs => ${idleSeconds}) > ${now.toISOString()}`;
  return db
    .select({ publicId, device, method, createdAt, lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.userId, actor.userId), gt(endsAt, now), isAwake))
    .orderBy(desc(lastSeenAt));
}

/** Signs the person out on another device: its next request finds no session. */
export function endOther(ctx: Context<Person>, publicId: string): Promise<Outcome<null, "not_found">> {
  return ctx.db.transaction(async (tx) => {
    const own = and(eq(sessions.publicId, publicId), eq(sessions.userId, ctx.actor.userId));
    const [ended] = await tx.delete(sessions).where(own).returning({ id: sessions.publicId });
    if (!ended) return refused("not_found");
    await noteEnd({ ...ctx, db: tx }, "elsewhere");
    return done(null);
  });
}

/** Signs the person out everywhere but here. */
export function endAllOthers(ctx: Context<Person>, here: string): Promise<void> {
  return ctx.db.transaction(async (tx) => {
    const others = and(eq(sessions.userId, ctx.actor.userId), ne(sessions.publicId, here));
    if ((await tx.$count(sessions, others)) === 0) return;
    await endSessions(tx, ctx.actor.userId, { except: here });
    await noteEnd({ ...ctx, db: tx }, "elsewhere");
  });
}

/** Signs out here, by the cookie's token; whoever is signed out already stays so. */
export async function signOut(
  { db, now, demoAllowed }: Pick<RequestContext, "db" | "now" | "demoAllowed">,
  token: string,
): Promise<void> {
  const user = await sessionUser(db, token, { now, demoAllowed });
  await db.transaction(async (tx) => {
    await endSession(tx, token);
    if (user) await noteEnd({ db: tx, now, actor: { kind: "person", userId: user.id } }, "here");
  });
}

const noteEnd = (ctx: Context<Person>, where: "here" | "elsewhere") =>
  recordEvent(ctx, "person.signed_out", { id: ctx.actor.userId, detail: { where } });

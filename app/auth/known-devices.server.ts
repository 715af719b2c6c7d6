import { createHash } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import type { Context, Person } from "#app/domain/context.ts";

const KNOWN_DAYS = 90;

/** Of "Firefox · Windows": the log remembers devices longer than sessions last, and says none. */
export const deviceDigest = (device: string) => createHash("sha256").update(device).digest("hex").slice(0, 16);

/** Whether the person has signed in before, but not on such a device lately. */
export async function isNewDevice({ db, now, actor }: Context<Person>, device: string): Promise<boolean> {
  const since = new Date(now.getTime() - KNOWN_DAYS * 86_400_000);
  const earlier = and(
    eq(events.subjectId, actor.userId),
    eq(events.name, "person.signed_in"),
    sql`${events.detail} ? 'device'`,
  );
  const same = and(earlier, gt(events.at, since), sql`${events.detail}->>'device' = ${deviceDigest(device)}`);
  return (await db.$count(events, same)) === 0 && (await db.$count(events, earlier)) > 0;
}

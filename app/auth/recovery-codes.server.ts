/**
 * Ten codes on paper for whoever lost their app or device. They are made from the form's key under the application's
 * secret, so that the same form sent twice shows the same codes, and only their keyed digest is stored.
 */
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { recoveryCodes } from "#db/schema/sign-in.ts";
import { done, refused, type Context, type Outcome, type Person } from "#app/domain/context.ts";
import { recordEvent } from "#app/domain/events/record-event.server.ts";
import { once } from "#app/domain/once.server.ts";
import { hasSecondFactor } from "./entering.server.ts";
import type { Keys } from "./keys.server.ts";
import { tellOfChange } from "./second-factor-change.server.ts";

const CODES = 10;
const CHARACTERS = 10;
/** Crockford's: nothing in it is taken for something else. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

export function renewCodes(
  ctx: Context<Person>,
  keys: Keys,
  { idempotencyKey: batch }: { idempotencyKey: string },
): Promise<Outcome<{ batch: string }, "no_second_factor">> {
  return once<Person, { batch: string }, "no_second_factor">(ctx, "renew-recovery-codes", batch, async (ctx) => {
    if (!(await hasSecondFactor(ctx.db, ctx.actor.userId))) return refused("no_second_factor");
    await writeCodes(ctx, keys, batch);
    await tellOfChange(ctx, "codes_renewed");
    return done({ batch });
  });
}

/** In the caller's transaction: a new batch in place of what was left of the old one. */
export async function writeCodes({ db, actor: { userId }, now }: Context<Person>, keys: Keys, batch: string) {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const rows = codesOf(keys, userId, batch).map((code) => ({ userId, codeHash: hashOf(keys, userId, code) }));
  await db.insert(recoveryCodes).values(rows.map((row) => ({ ...row, createdAt: now })));
}

/** A batch's codes, to be shown once to who made it; null when newer ones have replaced it. */
export async function readCodes({ db, actor: { userId } }: Context<Person>, keys: Keys, batch: string) {
  const codes = codesOf(keys, userId, batch);
  const theirs = eq(recoveryCodes.userId, userId);
  const alive = await db.$count(
    recoveryCodes,
    and(theirs, eq(recoveryCodes.codeHash, hashOf(keys, userId, codes[0]!))),
  );
  return alive > 0 ? codes : null;
}

export const countCodes = ({ db, actor: { userId } }: Context<Person>): Promise<number> =>
  db.$count(recoveryCodes, and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));

/** Uses the code up; false when it is none of this person's, or was used before. */
export async function spendCode(db: Database, keys: Keys, userId: string, typed: string, now: Date): Promise<boolean> {
  const codeHash = hashOf(keys, userId, typed);
  const unused = and(
    eq(recoveryCodes.userId, userId),
    eq(recoveryCodes.codeHash, codeHash),
    isNull(recoveryCodes.usedAt),
  );
  const [spent] = await db.update(recoveryCodes).set({ usedAt: now }).where(unused).returning();
  if (spent)
    await recordEvent({ db, now, actor: { kind: "person", userId } }, "person.recovery_code_used", { id: userId });
  return spent !== undefined;
}

function codesOf(keys: Keys, userId: string, batch: string): string[] {
  return Array.from({ length: CODES }, (_, i) => {
    const bytes = Buffer.from(keys.digest("recovery-codes", `${userId} ${batch} ${i}`), "base64url");
    const letters = [...bytes.subarray(0, CHARACTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]);
    return `${letters.slice(0, 5).join("")}-${letters.slice(5).join("")}`;
  });
}

/** However it was copied: capitals, spaces, an O for a zero. */
function hashOf(keys: Keys, userId: string, code: string): string {
  const plain = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
  return keys.digest("recovery-code", `${userId} ${plain}`);
}

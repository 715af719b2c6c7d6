import { randomUUID } from "node:crypto";
import { beginApp, confirmApp, getApp } from "#app/auth/authenticator-app.server.ts";
import { readCodes } from "#app/auth/recovery-codes.server.ts";
import type { Context, Person } from "#app/domain/context.ts";
import type { Database } from "#db/database.ts";
import { passkeys } from "#db/schema/sign-in.ts";
import { TEST_NOW } from "./clock.ts";
import { testKeys } from "./keys.ts";
import { codeAt } from "./totp.ts";

export const asPerson = (db: Database, userId: string, now = TEST_NOW): Context<Person> => ({
  db,
  now,
  actor: { kind: "person", userId },
});

/** An app that was added a while ago, and the recovery codes that came with it. */
export async function givenApp(db: Database, userId: string): Promise<{ secret: string; codes: string[] }> {
  const ctx = asPerson(db, userId, new Date(TEST_NOW.getTime() - 3600_000));
  await beginApp(ctx, testKeys);
  const app = await getApp(ctx, testKeys);
  if (app.state !== "begun") throw new Error(`the app is ${app.state}`);
  const { secret } = app;
  const form = { code: codeAt(secret, ctx.now), sessionId: randomUUID(), idempotencyKey: randomUUID() };
  const outcome = await confirmApp(ctx, testKeys, form);
  if (!outcome.ok) throw new Error(outcome.refusal);
  const codes = outcome.value.batch ? await readCodes(ctx, testKeys, outcome.value.batch) : null;
  return { secret, codes: codes ?? [] };
}

/** A row as a device would have left it; no device can use it. */
export async function givenPasskey(db: Database, userId: string): Promise<string> {
  const row = { id: randomUUID(), userId, publicKey: new Uint8Array([1]), counter: 0, isBackedUp: false };
  await db.insert(passkeys).values({ ...row, name: "Blue key" });
  return row.id;
}

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { identityProviders } from "#db/schema/sign-in.ts";
import { districts, people } from "#db/seed/cast.ts";
import type { Admin, Context } from "#app/domain/context.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/keys.ts";
import {
  addProvider,
  clientOf,
  editProvider,
  getOffered,
  getProvider,
  switchProvider,
} from "./identity-providers.server.ts";

const database = useTestDatabase();
const allowed = { keys: testKeys, issuers: [] };
const asAdmin = (userId: string, districtId: string): Context<Admin> => ({
  db: database.db,
  now: TEST_NOW,
  actor: { kind: "admin", userId, districtId },
});
const ines = () => asAdmin(people.ines.id, districts.riverbend.id);
const carl = () => asAdmin(people.carl.id, districts.lakeshore.id);
const form = (changes: Partial<Parameters<typeof addProvider>[2]> = {}) => ({
  ...{ kind: "google" as const, name: "Google", detail: "", clientSecret: "between the two of us" },
  ...{ clientId: randomUUID(), idempotencyKey: randomUUID() },
  ...changes,
});
async function added() {
  const outcome = await addProvider(ines(), allowed, form());
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.id;
}

it("is added once, its secret sealed, and tells the log who did it", async () => {
  const twice = form();
  const first = await addProvider(ines(), allowed, twice);
  expect(await addProvider(ines(), allowed, twice)).toEqual(first);
  expect(await addProvider(ines(), allowed, { ...twice, idempotencyKey: randomUUID() })).toMatchObject({
    refusal: "there_already",
  });
  const [row] = await database.db
    .select()
    .from(identityProviders)
    .where(eq(identityProviders.clientId, twice.clientId));
  expect(row).toMatchObject({ issuer: "https://accounts.google.com", districtId: districts.riverbend.id });
  expect(JSON.stringify(row)).not.toContain("between");
  expect(clientOf(testKeys, row!).clientSecret).toBe("between the two of us");
  expect(JSON.stringify(await getProvider(ines(), row!.id))).not.toContain(row!.sealedClientSecret);
  const log = await database.db.select().from(events).where(eq(events.subjectId, row!.id));
  expect(log).toMatchObject([{ name: "provider.added", actorId: people.ines.id, districtId: districts.riverbend.id }]);
});

it("takes no issuer that is not on the list, and none without a secret", async () => {
  const asked = { kind: "other" as const, detail: "http://169.254.169.254" };
  expect(await addProvider(ines(), allowed, form(asked))).toMatchObject({ refusal: "issuer_not_allowed" });
  expect(await addProvider(ines(), allowed, form({ clientSecret: "" }))).toMatchObject({ refusal: "secret_missing" });
});

it("keeps its secret when it is edited without one, and is switched off and on", async () => {
  const id = await added();
  const edit = { id, name: "New name", clientId: randomUUID(), clientSecret: "", idempotencyKey: randomUUID() };
  expect(await editProvider(ines(), testKeys, edit)).toMatchObject({ ok: true });
  const provider = await getOffered(database.db, id);
  expect(provider).toMatchObject({ name: "New name", clientId: edit.clientId });
  expect(clientOf(testKeys, provider!).clientSecret).toBe("between the two of us");
  await switchProvider(ines(), { id, on: false });
  expect(await getOffered(database.db, id)).toBeNull();
  await switchProvider(ines(), { id, on: true });
  expect(await getOffered(database.db, id)).not.toBeNull();
});

it("refuses another district", async () => {
  const id = await added();
  const edit = { id, name: "Theirs", clientId: "theirs", clientSecret: "", idempotencyKey: randomUUID() };
  expect(await getProvider(carl(), id)).toBeNull();
  expect(await editProvider(carl(), testKeys, edit)).toEqual({ ok: false, refusal: "not_found" });
  expect(await switchProvider(carl(), { id, on: false })).toEqual({ ok: false, refusal: "not_found" });
  expect(await getOffered(database.db, id)).toMatchObject({ name: "Google" });
});

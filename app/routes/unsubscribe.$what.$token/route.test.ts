import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { unsubscribeFrom } from "#app/domain/mail/link-purposes.ts";
import type { Declinable } from "#app/domain/mail/mails.ts";
import { cadencesOf, chooseCadences } from "#app/domain/mail/preferences.server.ts";
import { events } from "#db/schema/events.ts";
import { mailPreferences } from "#db/schema/mail.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/keys.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const hal = people.hal.id;
const token = (what: Declinable, userId: string = hal) => testKeys.sign(unsubscribeFrom(what), userId);
const asking = (what: string, given: string, form?: Record<string, string>) =>
  ask(database.db, { params: { what, token: given }, ...(form && { form }) });
const post = async (what: Declinable, form: Record<string, string> = { "List-Unsubscribe": "One-Click" }) =>
  (await action(await asking(what, token(what), form))).data;
const wanted = () => cadencesOf(database.db, hal);

beforeEach(() => database.db.delete(mailPreferences));

it("changes nothing when it is looked at, however often (S10)", async () => {
  const before = await database.db.$count(events);
  for (let i = 0; i < 5; i++)
    expect(await loader(await asking("listing", token("listing")))).toEqual({
      what: "listing",
      title: "Stop mails about your listings?",
    });
  expect(await database.db.$count(mailPreferences)).toBe(0);
  expect(await database.db.$count(events)).toBe(before);
});

it("stops one kind of mail by the body a mail program sends, once or twice", async () => {
  await post("listing");
  await post("listing");
  expect(await wanted()).toMatchObject({ listing: "never", partnership: "at_once", review: "daily" });
});

it("stops all of them from a digest", async () => {
  await post("all", { choice: "" });
  expect(Object.values(await wanted())).toEqual(Array(5).fill("never"));
});

it("takes it back as it was", async () => {
  await chooseCadences(
    { db: database.db, now: TEST_NOW, actor: { kind: "person", userId: hal } },
    { listing: "weekly", week: "never" },
  );
  const { before } = await post("all");
  expect(await post("all", { choice: "back", ...Object.fromEntries(before) })).toMatchObject({ back: true });
  expect(await wanted()).toMatchObject({ listing: "weekly", partnership: "at_once", review: "daily" });
  await post("listing");
  await post("listing", { choice: "back", listing: "hourly", review: "never" });
  expect(await wanted()).toMatchObject({ listing: "at_once", review: "daily" });
});

it("is found by its own token only", async () => {
  const wrong: [string, string][] = [
    ["listing", token("review")],
    ["review", token("listing")],
    ["account", testKeys.sign("unsubscribe account", hal)],
    ["listing", testKeys.sign("sign-in", hal)],
    ["listing", "x"],
    ["listing", `${token("listing").slice(0, -1)}`],
  ];
  for (const [what, given] of wrong) {
    expect((await thrownBy(loader(await asking(what, given)))).status).toBe(404);
    expect((await thrownBy(action(await asking(what, given, {})))).status).toBe(404);
  }
  const nobody = await asking("listing", token("listing", randomUUID()), {});
  expect((await thrownBy(action(nobody))).status).toBe(404);
  expect(await database.db.$count(mailPreferences)).toBe(0);
});

it("asks in Spanish where the address does", async () => {
  const args = await ask(database.db, {
    params: { what: "week", token: token("week") },
    context: { locale: "es" },
  });
  expect((await loader(args)).title).toBe("¿Dejar de recibir el resumen semanal?");
});

import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import type { ListingState } from "#app/domain/listings/lifecycle.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { action as close } from "../coordinator.review.$listingId.closure/route.tsx";
import { action as restore } from "../coordinator.review.$listingId.restoration/route.tsx";
import { action as suspend } from "../coordinator.review.$listingId.suspension/route.tsx";
import { loader as review } from "./route.tsx";

const database = useTestDatabase();

type Form = Record<string, string>;
type Changes = Parameters<typeof givenListing>[1];
const given = async (state: ListingState, changes: Changes = {}) =>
  (await givenListing(database.db, { ...changes, listing: { state, ...changes?.listing } })).listing.id;
const post = (listingId: string, form: Form, as: string | undefined = people.dana.id) =>
  ask(database.db, { params: { listingId }, form: { idempotencyKey: randomUUID(), ...form }, as });
const stateOf = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0]!.state;

const CHANGES = [
  ["suspension", suspend, "published", "suspended", { note: "A parent called." }, "cannot be paused"],
  ["restoration", restore, "suspended", "published", {}, "not paused any more"],
  ["closure", close, "published", "closed", { reason: "filled" }, "cannot be closed"],
] as const;

describe.each(CHANGES)("%s", (_name, action, from, to, sound: Form, said) => {
  test("changes the listing, says so on its page, and is done once when sent twice", async () => {
    const id = await given(from);
    const form = { ...sound, idempotencyKey: randomUUID() };
    for (const _time of ["first", "second"]) {
      const response = (await action(await post(id, form))) as Response;
      expect([response.status, response.headers.get("Location")]).toEqual([302, `/coordinator/review/${id}?now=${to}`]);
    }
    expect(await stateOf(id)).toBe(to);
    expect(await database.db.$count(events, eq(events.subjectId, id))).toBe(1);
  });

  test("answers 409 with what was typed when a colleague was first", async () => {
    const id = await given(from);
    await action(await post(id, sound, people.marcus.id));
    const { status, error, initialValue } = await answerOf(action(await post(id, sound)));
    expect([status, error?.[""]?.[0]]).toEqual([409, expect.stringContaining(said)]);
    expect(initialValue).toMatchObject(sound);
  });

  test.each([
    ["another district's coordinator", people.priya.id, (id: string) => id],
    ["an id nobody has", people.dana.id, () => randomUUID()],
    ["what is no id", people.dana.id, () => "%00"],
  ])("is not found for %s", async (_who, as, idOf) => {
    const id = await given(from);
    expect((await thrownBy(Promise.resolve(action(await post(idOf(id), sound, as))))).status).toBe(404);
    expect(await stateOf(id)).toBe(from);
  });

  test("is forbidden to a partner and sends a stranger to sign in", async () => {
    const id = await given(from);
    expect((await thrownBy(action(await post(id, sound, people.tomas.id)))).status).toBe(403);
    const signedOut = await ask(database.db, { params: { listingId: id }, form: sound });
    expect((await thrownBy(action(signedOut))).status).toBe(401);
    expect(await stateOf(id)).toBe(from);
  });

  test("answers 422 for a key that is none", async () => {
    const { status, error } = await answerOf(action(await post(await given(from), { ...sound, idempotencyKey: "x" })));
    expect([status, Object.keys(error ?? {})]).toEqual([422, ["idempotencyKey"]]);
  });

  test("with a key its sender used for another form is a form of its own", async () => {
    const idempotencyKey = randomUUID();
    for (const [, other, start, , form] of CHANGES.filter(([, other]) => other !== action))
      await other(await post(await given(start), { ...form, idempotencyKey }));
    const id = await given(from);
    await action(await post(id, { ...sound, idempotencyKey }));
    expect(await stateOf(id)).toBe(to);
  });
});

test("pausing without a word says what is missing", async () => {
  const { status, error } = await answerOf(suspend(await post(await given("published"), { note: "  " })));
  expect([status, error]).toEqual([422, { note: ["Say why you pause it."] }]);
});

test.each([[{}], [{ reason: "bored" }]])("closing needs one of the reasons, not %j", async (form: Form) => {
  const { status, error } = await answerOf(close(await post(await given("published"), form)));
  expect([status, error]).toEqual([422, { reason: ["Choose a reason."] }]);
});

describe("putting back", () => {
  test("answers 409 after the last day", async () => {
    const id = await given("suspended", { listing: { closesOn: "2027-02-08" } });
    const { status, error } = await answerOf(restore(await post(id, {})));
    expect([status, error?.[""]]).toEqual([409, ["Its last day is over, so it cannot go back on the list."]]);
  });

  test("answers 409 while the partnership is not in force", async () => {
    const id = await given("suspended");
    const pair = and(
      eq(partnerships.organizationId, organizations.bluestem.id),
      eq(partnerships.districtId, districts.riverbend.id),
    );
    await database.db.update(partnerships).set({ status: "suspended" }).where(pair);
    const { status, error } = await answerOf(restore(await post(id, {})));
    await database.db.update(partnerships).set({ status: "approved" }).where(pair);
    expect([status, error?.[""]?.[0]]).toEqual([409, expect.stringContaining("not an approved partner")]);
  });
});

describe("the listing's page", () => {
  const open = async (id: string) => review(await ask(database.db, { params: { listingId: id }, as: people.dana.id }));

  test("says who paused it and why", async () => {
    const id = await given("published");
    expect((await open(id)).outlet.paused).toBeNull();
    await suspend(await post(id, { note: "A parent called." }));
    const { outlet, events: happened } = await open(id);
    expect(outlet.paused).toMatchObject({ who: people.dana.name, note: "A parent called." });
    expect(happened[0]).toMatchObject({ name: "listing.suspended", note: "A parent called." });
  });
});

import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { listings, reasonTemplates, reviews } from "#db/schema/listings.ts";
import { partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { pathways } from "#db/seed/pathways.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing, type GivenListing } from "#tests/support/givens.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { action as approve } from "../coordinator.review.$listingId.approval/route.tsx";
import { action as requestChanges } from "../coordinator.review.$listingId.change-request/route.tsx";
import { action as curate } from "../coordinator.review.$listingId.curation/route.tsx";
import { action as decline } from "../coordinator.review.$listingId.decline/route.tsx";

const database = useTestDatabase();
let given: GivenListing;
beforeEach(async () => {
  given = await givenListing(database.db, { listing: { state: "submitted" } });
});

type Form = Record<string, string | string[]>;
const post = (form: Form, as: string | undefined = people.dana.id, listingId = given.listing.id) =>
  ask(database.db, {
    url: `/coordinator/review/${listingId}/x`,
    params: { listingId },
    form: { idempotencyKey: randomUUID(), version: String(given.listing.version), ...form },
    as,
  });
const read = async () => (await database.db.select().from(listings).where(eq(listings.id, given.listing.id)))[0]!;

const DECISIONS = [
  ["approval", approve, { note: "Welcome" }],
  ["change-request", requestChanges, { note: "Say who supervises." }],
  ["decline", decline, { reasonCode: "unclear", note: "We could not follow it." }],
] as const;

describe.each(DECISIONS)("%s", (_name, action, sound) => {
  test("is stored and leads to the next one", async () => {
    const response = (await action(await post(sound))) as Response;
    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toMatch(/^\/coordinator\/review\?decided=[0-9a-f-]{36}$/);
    expect(await database.db.$count(reviews, eq(reviews.listingId, given.listing.id))).toBe(1);
  });

  test("leads back to the queue it was opened from, and to no other place", async () => {
    const location = async (back: string) =>
      ((await action(await post({ ...sound, back }))) as Response).headers.get("Location");
    expect(await location("kind=Mentorship&next=https://evil.example")).toMatch(
      /^\/coordinator\/review\?kind=Mentorship&decided=[0-9a-f-]{36}$/,
    );
  });

  test("sent twice is done once", async () => {
    const form = { ...sound, idempotencyKey: randomUUID() };
    await action(await post(form));
    expect(((await action(await post(form))) as Response).status).toBe(302);
    expect(await database.db.$count(reviews, eq(reviews.listingId, given.listing.id))).toBe(1);
  });

  test("answers 409 with the text kept when a colleague decided first", async () => {
    await decline(await post({ reasonCode: "unclear", note: "No." }, people.marcus.id));
    const { status, error, initialValue } = await answerOf(action(await post({ ...sound, version: "2" })));
    expect(status).toBe(409);
    expect(error?.[""]).toEqual(["Someone else decided first. Your decision was not saved."]);
    expect(initialValue).toMatchObject({ note: sound.note });
  });

  test("answers 409 when the partner sent another text meanwhile", async () => {
    await database.db.update(listings).set({ version: 5 }).where(eq(listings.id, given.listing.id));
    const { status, error } = await answerOf(action(await post(sound)));
    expect([status, error?.[""]?.[0]]).toEqual([409, expect.stringContaining("changed while you were reading")]);
  });

  test("answers 422 with the text kept when a field is wrong", async () => {
    const { status, error } = await answerOf(action(await post({ ...sound, note: "x".repeat(2001) })));
    expect([status, Object.keys(error ?? {})]).toEqual([422, ["note"]]);
    expect((await read()).state).toBe("submitted");
  });

  test.each([
    ["another district's coordinator", () => post(sound, people.priya.id)],
    ["an id nobody has", () => post(sound, people.dana.id, randomUUID())],
    ["what is no id", () => post(sound, people.dana.id, "1' or 1=1")],
  ])("is not found for %s", async (_who, request) => {
    expect((await thrownBy(Promise.resolve(action(await request())))).status).toBe(404);
    expect((await read()).version).toBe(given.listing.version);
  });

  test("is forbidden to a partner and sends a stranger to sign in", async () => {
    expect((await thrownBy(action(await post(sound, people.tomas.id)))).status).toBe(403);
    const signedOut = await ask(database.db, { params: { listingId: given.listing.id }, form: sound });
    expect((await thrownBy(action(signedOut))).status).toBe(401);
    expect((await read()).state).toBe("submitted");
  });
});

describe("an approval", () => {
  test("keeps the labels, pathways and schools that were chosen", async () => {
    await approve(await post({ labels: "Hands-on,  Summer , Hands-on", pathwayIds: [pathways.computing.id] }));
    expect(await read()).toMatchObject({ labels: ["Hands-on", "Summer"], pathwayIds: [pathways.computing.id] });
  });

  test("drops fields nobody asked for", async () => {
    await approve(await post({ state: "closed", districtId: districts.lakeshore.id, publishedAt: "2020-01-01" }));
    expect(await read()).toMatchObject({ state: "published", districtId: districts.riverbend.id });
  });

  test.each([
    ["over_before_shown", { publishOn: "2027-03-06" }, "Its last day is over"],
    ["unknown_choice", { pathwayIds: [randomUUID()] }, "no longer exists"],
  ])("answers 409 for %s", async (_refusal, form, said) => {
    const { status, error } = await answerOf(approve(await post(form)));
    expect([status, error?.[""]?.[0]]).toEqual([409, expect.stringContaining(said)]);
  });

  test("answers 409 while the partnership is not in force", async () => {
    const pair = and(
      eq(partnerships.organizationId, organizations.bluestem.id),
      eq(partnerships.districtId, districts.riverbend.id),
    );
    await database.db.update(partnerships).set({ status: "suspended" }).where(pair);
    const { status, error } = await answerOf(approve(await post({})));
    await database.db.update(partnerships).set({ status: "approved" }).where(pair);
    expect([status, error?.[""]?.[0]]).toEqual([409, expect.stringContaining("not an approved partner")]);
  });

  test.each([
    ["a day that does not exist", { publishOn: "2027-02-30" }, "publishOn"],
    ["a version that is no number", { version: "NaN" }, "version"],
    ["a version no integer holds", { version: "2147483648" }, "version"],
    ["nine labels", { labels: "a,b,c,d,e,f,g,h,i" }, "labels"],
    ["a key that is none", { idempotencyKey: "again" }, "idempotencyKey"],
  ])("answers 422 for %s", async (_what, form, field) => {
    const { status, error } = await answerOf(approve(await post(form)));
    expect([status, Object.keys(error ?? {})]).toEqual([422, [field]]);
  });
});

test("a change request without a word says what is missing", async () => {
  const { status, error } = await answerOf(requestChanges(await post({ note: "   " })));
  expect([status, error]).toEqual([422, { note: ["Say what should change."] }]);
});

test("the district's words stand in for a note that is left empty, and another district's do not", async () => {
  const words = { decision: "changes_requested" as const, name: "Supervisor", text: "Please name a supervisor." };
  const add = (districtId: string) =>
    database.db
      .insert(reasonTemplates)
      .values({ ...words, districtId })
      .returning({ id: reasonTemplates.id });
  const [[ours], [theirs]] = [await add(districts.riverbend.id), await add(districts.lakeshore.id)];
  const foreign = await answerOf(requestChanges(await post({ templateId: theirs!.id })));
  expect([foreign.status, Object.keys(foreign.error ?? {})]).toEqual([422, ["note"]]);
  await requestChanges(await post({ templateId: ours!.id }));
  const [review] = await database.db.select().from(reviews).where(eq(reviews.listingId, given.listing.id));
  expect(review?.note).toBe(words.text);
});

test("declining needs a reason, and in words when it is another one", async () => {
  expect((await answerOf(decline(await post({})))).error).toEqual({ reasonCode: ["Choose a reason."] });
  const other = await answerOf(decline(await post({ reasonCode: "other" })));
  expect([other.status, other.error]).toEqual([422, { note: ["Write a note that says the reason."] }]);
});

describe("curation", () => {
  test("saves and comes back to the listing", async () => {
    const response = (await curate(await post({ labels: "Outdoors" }))) as Response;
    expect(response.headers.get("Location")).toBe(`/coordinator/review/${given.listing.id}`);
    expect((await read()).labels).toEqual(["Outdoors"]);
  });

  test("answers 409 with what was typed when a colleague saved meanwhile", async () => {
    await curate(await post({ labels: "Outdoors" }, people.marcus.id));
    const { status, initialValue } = await answerOf(curate(await post({ labels: "Hands-on" })));
    expect([status, initialValue?.labels]).toEqual([409, "Hands-on"]);
    expect((await read()).labels).toEqual(["Outdoors"]);
  });

  test("is not found in another district", async () => {
    expect((await thrownBy(curate(await post({ labels: "x" }, people.priya.id)))).status).toBe(404);
  });
});

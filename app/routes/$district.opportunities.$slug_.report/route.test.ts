import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { readerReports } from "#db/schema/listings.ts";
import { RATE_LIMITS } from "#app/http/rate-limits.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const given = async (state: "published" | "closed" | "submitted" = "published") =>
  (await givenListing(database.db, { listing: { state } })).listing;
const open = async (slug: string, { district = "riverbend", query = "" } = {}) => {
  const url = `/${district}/opportunities/${slug}/report${query}`;
  const answer = await loader(await ask(database.db, { url, params: { district, slug } }));
  return { status: answer.init?.status ?? 200, ...answer.data };
};
const post = (slug: string, form: Record<string, string>, { district = "riverbend", address = "192.0.2.1" } = {}) =>
  ask(database.db, {
    params: { district, slug },
    form: { idempotencyKey: randomUUID(), ...form },
    context: { address },
  });
const reportsOf = (id: string) => database.db.select().from(readerReports).where(eq(readerReports.listingId, id));

it("asks what is wrong, keeps it, and says thank you", async () => {
  const { id, slug } = await given();
  expect(await open(slug)).toMatchObject({ status: 200, isOver: false, title: "Bicycle repair helper" });
  const answer = (await action(
    await post(slug, { reason: "not_offered", text: " Closed since May.\u0000 " }),
  )) as Response;
  expect([answer.status, answer.headers.get("Location")]).toEqual([
    302,
    `/riverbend/opportunities/${slug}/report?sent`,
  ]);
  expect(answer.headers.get("Set-Cookie")).toBeNull();
  expect(await reportsOf(id)).toMatchObject([{ reason: "not_offered", text: "Closed since May." }]);
  expect(await open(slug, { query: "?sent" })).toMatchObject({ status: 200, isSent: true, heading: "Thank you" });
});

it.each([
  [{ text: "no reason" }, { reason: ["Choose what is wrong."] }],
  [{ reason: "boring" }, { reason: ["Choose what is wrong."] }],
  [{ reason: "other", text: "x".repeat(1001) }, { text: [expect.stringContaining("1,000") as string] }],
])("answers 422 and keeps what was typed: %j", async (form: Record<string, string>, expected) => {
  const { id, slug } = await given();
  const { status, error, initialValue } = await answerOf(action(await post(slug, form)));
  expect([status, Object.keys(error ?? {})]).toEqual([422, Object.keys(expected)]);
  expect(initialValue).toMatchObject(form);
  expect(await reportsOf(id)).toEqual([]);
});

it("thanks a program that fills in what nobody sees, and keeps nothing", async () => {
  const { id, slug } = await given();
  const answer = (await action(await post(slug, { reason: "wrong", website: "https://spam.example" }))) as Response;
  expect(answer.status).toBe(302);
  expect(await reportsOf(id)).toEqual([]);
});

it("says that there is nothing left to report when it is over", async () => {
  const { slug } = await given("closed");
  expect(await open(slug)).toMatchObject({ status: 410, isOver: true });
  const { status, error } = await answerOf(action(await post(slug, { reason: "wrong" })));
  expect([status, error?.[""]?.[0]]).toEqual([409, expect.stringContaining("no longer on the list")]);
});

it("is not found for what was never published, or on another district's list", async () => {
  const [submitted, published] = [await given("submitted"), await given()];
  const elsewhere = { district: "lakeshore" };
  const answers = [open(submitted.slug), open("nowhere"), open(published.slug, elsewhere)];
  // All at once: a rejection nobody awaits yet counts as unhandled.
  for (const { status } of await Promise.all(answers.map(thrownBy))) expect(status).toBe(404);
  expect((await thrownBy(action(await post(published.slug, { reason: "wrong" }, elsewhere)))).status).toBe(404);
});

it("takes only so many from one address in an hour", async () => {
  const { id, slug } = await given();
  const address = "198.51.100.7";
  const { tries } = RATE_LIMITS.report.address;
  for (let n = 0; n < tries; n++) await action(await post(slug, { reason: "wrong" }, { address }));
  const { status, initialValue } = await answerOf(
    action(await post(slug, { reason: "wrong", text: "Once more" }, { address })),
  );
  expect([status, initialValue]).toEqual([429, { reason: "wrong", text: "Once more" }]);
  expect(await reportsOf(id)).toHaveLength(tries);
});

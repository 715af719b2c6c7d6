import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { action } from "./route.tsx";

const database = useTestDatabase();
const withdraw = async (listingId: string, { as, key = randomUUID() }: { as?: string; key?: string } = {}) =>
  action(
    await ask(database.db, {
      url: `/partner/listings/${listingId}/withdrawal`,
      params: { listingId },
      form: { idempotencyKey: key },
      ...(as && { as }),
    }),
  );
const stateOf = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0]?.state;
const as = people.tomas.id;

it("takes the offer back and says so on the overview, once for a form sent twice", async () => {
  const { listing, opportunity } = await givenListing(database.db, { listing: { state: "draft" } });
  const key = randomUUID();
  for (const answer of [await withdraw(listing.id, { as, key }), await withdraw(listing.id, { as, key })]) {
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(`/partner/opportunities/${opportunity.id}?done=withdrawn`);
  }
  expect(await stateOf(listing.id)).toBeUndefined();
  expect(await database.db.select().from(events).where(eq(events.subjectId, listing.id))).toMatchObject([
    { name: "listing.offer_withdrawn", actorId: people.tomas.id },
  ]);
});

it("answers 409 when the district has it already, and leaves it there", async () => {
  const { listing } = await givenListing(database.db, { listing: { state: "submitted" } });
  expect((await thrownBy(withdraw(listing.id, { as }))).status).toBe(409);
  expect(await stateOf(listing.id)).toBe("submitted");
});

it("is not found by another partner, by a wrong id or by a word, and takes no form without its key", async () => {
  const { listing } = await givenListing(database.db, { listing: { state: "draft" } });
  const answers = await Promise.all(
    [
      withdraw(listing.id, { as: people.owen.id }),
      withdraw(randomUUID(), { as }),
      withdraw("x", { as }),
      withdraw(listing.id, { as, key: "" }),
    ].map(thrownBy),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 422]);
  expect(await stateOf(listing.id)).toBe("draft");
});

it("sends whoever is signed out to sign in, and refuses a coordinator", async () => {
  const { listing } = await givenListing(database.db, { listing: { state: "draft" } });
  const signedOut = await thrownBy(withdraw(listing.id));
  expect(signedOut.status).toBe(401);
  expect((await thrownBy(withdraw(listing.id, { as: people.dana.id }))).status).toBe(403);
  expect(await stateOf(listing.id)).toBe("draft");
});

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { action } from "./route.tsx";

const database = useTestDatabase();
const post = async (
  listingId: string,
  { as = people.tomas.id, key = randomUUID() }: { as?: string; key?: string } = {},
) =>
  action(
    await ask(database.db, {
      url: `/partner/listings/${listingId}/submission`,
      params: { listingId },
      as,
      form: { idempotencyKey: key },
    }),
  );
const stateOf = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0]?.state;

it("sends the listing and goes back to the overview, once for a form sent twice", async () => {
  const { listing, opportunity } = await givenListing(database.db, { listing: { state: "draft" } });
  const key = randomUUID();
  for (const answer of [await post(listing.id, { key }), await post(listing.id, { key })])
    expect((answer as Response).headers.get("Location")).toBe(`/partner/opportunities/${opportunity.id}?done=sent`);
  expect(await stateOf(listing.id)).toBe("submitted");
});

it("answers 422 with each missing field and its step", async () => {
  const { listing } = await givenListing(database.db, {
    opportunity: { summary: null, zip: null },
    listing: { state: "draft" },
  });
  expect(await post(listing.id)).toMatchObject({
    init: { status: 422 },
    data: {
      refusal: "incomplete",
      problems: [
        { field: "summary", step: "basics" },
        { field: "zip", step: "where" },
      ],
    },
  });
  expect(await stateOf(listing.id)).toBe("draft");
});

it("answers 409 when the district has it already", async () => {
  const { listing } = await givenListing(database.db, { listing: { state: "submitted" } });
  expect(await post(listing.id)).toMatchObject({ init: { status: 409 }, data: { refusal: "not_editable" } });
});

it("is not found by another partner, by a wrong id or by a word, and takes no form without its key", async () => {
  const { listing } = await givenListing(database.db, { listing: { state: "draft" } });
  const answers = await Promise.all(
    [post(listing.id, { as: people.owen.id }), post(randomUUID()), post("x"), post(listing.id, { key: "" })].map(
      thrownBy,
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 422]);
  expect(await stateOf(listing.id)).toBe("draft");
});

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const asking = (listingId: string, { as = people.tomas.id, reason }: { as?: string; reason?: string } = {}) =>
  ask(database.db, {
    url: `/partner/listings/${listingId}/closure`,
    params: { listingId },
    as,
    ...(reason !== undefined && { form: { reason, idempotencyKey: randomUUID() } }),
  });

it("asks first, and changes nothing by asking", async () => {
  const { listing } = await givenListing(database.db);
  const page = await loader(await asking(listing.id));
  expect(page).toMatchObject({
    heading: "Close “Bicycle repair helper” in Riverbend Community Schools?",
    isOpen: true,
  });
  const [still] = await database.db.select().from(listings).where(eq(listings.id, listing.id));
  expect(still?.state).toBe("published");
});

it("closes with a reason and goes back to the overview", async () => {
  const { listing, opportunity } = await givenListing(database.db);
  const answer = (await action(await asking(listing.id, { reason: "withdrawn" }))) as Response;
  expect(answer.headers.get("Location")).toBe(`/partner/opportunities/${opportunity.id}?done=closed`);
  const [closed] = await database.db.select().from(listings).where(eq(listings.id, listing.id));
  expect(closed).toMatchObject({ state: "closed", closedReason: "withdrawn" });
});

it("answers 422 without a reason and 409 when there is nothing to close", async () => {
  const { listing } = await givenListing(database.db);
  const unsaid = await action(await asking(listing.id, { reason: "" }));
  expect(unsaid).toMatchObject({
    init: { status: 422 },
    data: { lastResult: { error: { reason: ["Choose why you close it."] } } },
  });
  const draft = await givenListing(database.db, { listing: { state: "draft" } });
  expect(await action(await asking(draft.listing.id, { reason: "filled" }))).toMatchObject({ init: { status: 409 } });
});

it("is not found by another partner, by a wrong id or by a word", async () => {
  const { listing } = await givenListing(database.db);
  const answers = await Promise.all([
    thrownBy(loader(await asking(listing.id, { as: people.owen.id }))),
    thrownBy(action(await asking(listing.id, { as: people.owen.id, reason: "filled" }))),
    thrownBy(loader(await asking(randomUUID()))),
    thrownBy(action(await asking("x", { reason: "filled" }))),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { mails } from "#db/schema/mail.ts";
import { organizations as organizationRows, partnerships } from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { action as correct } from "../coordinator.review.$listingId_.entry/route.tsx";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const PLACE = { street: "9 Elm Street", city: "Moline", state: "IL", zip: "61265" };
const form = (changes: Record<string, string> = {}) => ({
  ...{ title: "Bind a book", summary: "Sew it and glue it.", kind: "JobShadowing", language: "en" },
  ...{ schedule: "Tuesdays", setting: "on_site", gradeMin: "9", pay: "unpaid", howToAsk: "Come by." },
  ...{ contactEmail: `${randomUUID()}@shops.example`, asksPartner: "on", idempotencyKey: randomUUID(), ...changes },
});

async function givenShop(status: "requested" | "suspended" = "requested") {
  const [shop] = await database.db
    .insert(organizationRows)
    .values({ name: "Book Corner", sector: "business", ...PLACE })
    .returning();
  const pair = { organizationId: shop!.id, districtId: districts.riverbend.id };
  const [row] = await database.db
    .insert(partnerships)
    .values({ ...pair, status })
    .returning();
  return row!.id;
}
const post = async (partnershipId: string, fields: Record<string, string>, as: string = people.dana.id) =>
  action(await ask(database.db, { params: { partnershipId }, form: fields, as }));

it("enters the listing, asks the contact once, and leads to its review", async () => {
  const fields = form();
  const response = (await post(await givenShop(), fields)) as Response;
  const [, listingId] = /^\/coordinator\/review\/([0-9a-f-]{36})\?now=entered$/.exec(
    response.headers.get("Location") ?? "",
  ) ?? [null, ""];
  const [listing] = await database.db.select().from(listings).where(eq(listings.id, listingId));
  expect(listing?.state).toBe("submitted");
  const sent = await database.db.select().from(mails).where(eq(mails.address, fields.contactEmail));
  expect(sent).toMatchObject([{ kind: "partner-claim-asked", districtId: districts.riverbend.id }]);

  const { asksPartner: _, ...same } = fields;
  const change = { ...same, ...PLACE, title: "Bind two books", version: "1", idempotencyKey: randomUUID() };
  const sendCorrection = async (as: string) =>
    correct(await ask(database.db, { params: { listingId: listingId }, form: change, as }));
  expect((await thrownBy(sendCorrection(people.priya.id))).status).toBe(404);
  expect(((await sendCorrection(people.marcus.id)) as Response).headers.get("Location")).toContain("now=corrected");
});

it("mails nobody when the box is not checked", async () => {
  const { asksPartner: _, ...fields } = form();
  await post(await givenShop(), fields);
  expect(await database.db.$count(mails, eq(mails.address, fields.contactEmail))).toBe(0);
});

it("says at each field what is missing, with what was typed", async () => {
  const { status, error, initialValue } = await answerOf(
    post(await givenShop(), form({ title: "", summary: "", gradeMin: "" })),
  );
  expect([status, Object.keys(error ?? {}).sort()]).toEqual([422, ["gradeMin", "summary", "title"]]);
  expect(initialValue).toMatchObject({ kind: "JobShadowing", schedule: "Tuesdays" });
});

it("refuses a partner that is paused, and shows no form", async () => {
  const paused = await givenShop("suspended");
  expect((await answerOf(post(paused, form()))).status).toBe(409);
  const page = await loader(await ask(database.db, { params: { partnershipId: paused }, as: people.dana.id }));
  expect(page.mayEnter).toBe(false);
});

it("does not flood an address that a coordinator types", async () => {
  const [shop, contactEmail] = [await givenShop(), `${randomUUID()}@shops.example`];
  for (let time = 0; time < 5; time++) expect(await post(shop, form({ contactEmail }))).toMatchObject({ status: 302 });
  expect((await answerOf(post(shop, form({ contactEmail })))).status).toBe(429);
});

it("is another district's, and no partner's", async () => {
  const shop = await givenShop();
  expect((await thrownBy(post(shop, form(), people.priya.id))).status).toBe(404);
  expect((await thrownBy(post(shop, form(), people.tomas.id))).status).toBe(403);
});

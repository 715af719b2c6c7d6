import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { CLAIM, STILL_TRUE } from "#app/domain/mail/link-purposes.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenAskedContact, givenAsking, givenEntered } from "#tests/support/entered.ts";
import { testKeys } from "#tests/support/keys.ts";
import { ask } from "#tests/support/request.ts";
import { action as close } from "../claims.$token.closure/route.ts";
import { action as confirm } from "../claims.$token.confirmation/route.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const linkOf = (askingId: string) => testKeys.sign(CLAIM, askingId);
const look = async (token: string, query = "") =>
  loader(await ask(database.db, { url: `/claims/${token}${query}`, params: { token } }));
const press = async (button: typeof confirm, token: string) =>
  button(await ask(database.db, { params: { token }, form: {} }));
const opportunityOf = async (id: string) =>
  (await database.db.select().from(opportunities).where(eq(opportunities.id, id)))[0]!;

it("shows what was entered, not the contact, and changes nothing", async () => {
  const email = `${randomUUID()}@shops.example`;
  const { askingId, opportunity } = await givenAskedContact(database.db, email);
  const { data } = await look(linkOf(askingId));
  expect(data).toMatchObject({ state: "open", entered: { view: { content: { title: opportunity.title } } } });
  expect(data.entered?.join).toMatch(/^\/invitations\//);
  expect(JSON.stringify(data)).not.toContain(email);
  expect((await opportunityOf(opportunity.id)).claimedAt).toBeNull();
});

it("claims by its button, and says so from then on", async () => {
  const { listing, opportunity } = await givenEntered(database.db);
  const token = linkOf(await givenAsking(database.db, listing.id));
  expect((await look(token)).data.entered?.join).toBeNull();
  expect((await press(confirm, token)).headers.get("Location")).toBe(`/claims/${token}?done=claimed`);
  expect((await opportunityOf(opportunity.id)).claimedAt).not.toBeNull();
  expect((await look(token)).data).toMatchObject({ state: "claimed", entered: null });
});

it("takes the listing off by its other button, and tells who pressed it from who comes later", async () => {
  const { listing } = await givenEntered(database.db);
  const token = linkOf(await givenAsking(database.db, listing.id));
  expect((await press(close, token)).headers.get("Location")).toBe(`/claims/${token}?done=closed`);
  const [after] = await database.db.select().from(listings).where(eq(listings.id, listing.id));
  expect(after).toMatchObject({ state: "closed", closedReason: "withdrawn" });
  expect((await look(token, "?done=closed")).data.state).toBe("closed");
  expect((await look(token)).data.state).toBe("over");
});

it("knows no link that we did not make for it", async () => {
  const { listing } = await givenEntered(database.db);
  const askingId = await givenAsking(database.db, listing.id);
  for (const token of ["x", askingId, testKeys.sign(STILL_TRUE, askingId), linkOf(randomUUID())]) {
    const { data, init } = await look(token);
    expect([init?.status, data.state]).toEqual([404, "dead"]);
    expect((await press(confirm, token)).status).toBe(302);
  }
});

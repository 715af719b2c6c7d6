import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { testKeys } from "#tests/support/keys.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { everything } from "#tests/security/every-table.ts";
import { action as close } from "../still-true.$token.closure/route.ts";
import { action as confirm } from "../still-true.$token.confirmation/route.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const daysAgo = (n: number) => new Date(TEST_NOW.getTime() - n * 86_400_000);

async function givenLink(opportunity: NonNullable<Parameters<typeof givenListing>[1]>["opportunity"] = {}) {
  const dates = { confirmedAt: daysAgo(65), submittedAt: daysAgo(66), confirmationAskedAt: daysAgo(5) };
  const { listing } = await givenListing(database.db, { opportunity, listing: dates });
  const asking = { name: "listing.confirmation_asked", subjectId: listing.id, at: daysAgo(5) };
  const [event] = await database.db.insert(events).values(asking).returning();
  return { listing, token: testKeys.sign("still-true", event!.id) };
}
const read = async (token: string, query = "") =>
  loader(await ask(database.db, { url: `/still-true/${token}${query}`, params: { token } }));
const post = async (action: typeof confirm, token: string, form: Record<string, string> = {}) =>
  action(await ask(database.db, { url: `/still-true/${token}/x`, params: { token }, form }));
const stateOf = async (id: string) => (await database.db.select().from(listings).where(eq(listings.id, id)))[0]!.state;

it("shows what readers see and changes nothing, however often a scanner looks (S10)", async () => {
  const { token } = await givenLink();
  const before = await everything(database.db);
  for (let i = 0; i < 3; i++) {
    const { data } = await read(token);
    expect(data).toMatchObject({ state: "open", asked: { view: { content: { title: "Bicycle repair helper" } } } });
    expect(JSON.stringify(data)).not.toContain("tomas@bluestembikes.example");
  }
  expect(await everything(database.db)).toBe(before);
});

it("shows the next dates, as readers do", async () => {
  const shift = { startsOn: "2027-02-06", startTime: "09:00", endTime: "11:00", rule: "FREQ=WEEKLY;BYDAY=SA" };
  const { token } = await givenLink({ shifts: [shift] });
  expect((await read(token)).data.asked?.view.nextDates?.[0]).toMatchObject({ date: "2027-02-13" });
});

it("confirms by its button and thanks; the same link then says that it was answered", async () => {
  const { token } = await givenLink();
  const answer = await post(confirm, token);
  expect(answer.headers.get("Location")).toBe(`/still-true/${token}?done=confirmed`);
  expect(answer.headers.get("Set-Cookie")).toBeNull();
  expect((await read(token, "?done=confirmed")).data).toMatchObject({ title: "Thank you", asked: null });
  expect((await post(confirm, token)).headers.get("Location")).toBe(`/still-true/${token}`);
  expect((await read(token)).data).toMatchObject({ title: "This was answered" });
});

it("closes with a reason and refuses without one", async () => {
  const { token, listing } = await givenLink();
  expect((await thrownBy(post(close, token))).status).toBe(422);
  expect(await stateOf(listing.id)).toBe("published");
  const answer = await post(close, token, { reason: "withdrawn" });
  expect(answer.headers.get("Location")).toBe(`/still-true/${token}?done=closed`);
  expect(await stateOf(listing.id)).toBe("closed");
  expect((await read(token)).data).toMatchObject({ title: "This link is over", publicPage: null });
});

it("leads on from a link that is cut off or another's", async () => {
  const { token, listing } = await givenLink();
  for (const wrong of [
    token.slice(1),
    "x",
    testKeys.sign("sign-in", listing.id),
    testKeys.sign("still-true", listing.id),
  ]) {
    expect(await read(wrong)).toMatchObject({ init: { status: 404 }, data: { title: "This link does not work" } });
    expect((await post(confirm, wrong)).headers.get("Location")).toBe(`/still-true/${wrong}`);
  }
  expect(await stateOf(listing.id)).toBe("published");
});

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { readerReports } from "#db/schema/listings.ts";
import { people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { loader as queue } from "../coordinator.reports._index/route.tsx";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();

async function givenReported() {
  const { listing } = await givenListing(database.db);
  const row = { listingId: listing.id, districtId: listing.districtId, reason: "wrong" as const };
  await database.db.insert(readerReports).values({ ...row, text: "Wrong street.", reportedAt: TEST_NOW });
  return listing.id;
}
const open = async (listingId: string, as: string = people.dana.id) =>
  loader(await ask(database.db, { params: { listingId }, as }));
const post = (listingId: string, form: Record<string, string>, as: string = people.dana.id) =>
  ask(database.db, {
    params: { listingId },
    form: { idempotencyKey: randomUUID(), readUntil: TEST_NOW.toISOString(), ...form },
    as,
  });
const decisionOf = async (id: string) =>
  (await database.db.select().from(readerReports).where(eq(readerReports.listingId, id)))[0]!.decision;

it("shows what readers said, and stands in the queue", async () => {
  const id = await givenReported();
  expect(await open(id)).toMatchObject({
    listing: { title: "Bicycle repair helper", state: "published" },
    reports: [{ reason: "wrong", text: "Wrong street.", decision: null }],
    readUntil: TEST_NOW.toISOString(),
  });
  const shown = await queue(await ask(database.db, { url: "/coordinator/reports?page=99", as: people.dana.id }));
  expect(shown.rows.map(({ listingId }) => listingId)).toContain(id);
});

it("is answered once, and tells the second who was late", async () => {
  const id = await givenReported();
  const answer = (await action(await post(id, { decision: "mended" }))) as Response;
  expect(answer.headers.get("Location")).toBe("/coordinator/reports?answered=mended");
  expect(await decisionOf(id)).toBe("mended");
  const { status, error } = await answerOf(action(await post(id, { decision: "dismissed" })));
  expect([status, error?.[""]?.[0]]).toEqual([409, expect.stringContaining("already")]);
});

it("asks why before it takes a listing off the list", async () => {
  const id = await givenReported();
  const { status, error } = await answerOf(action(await post(id, { decision: "suspended" })));
  expect([status, Object.keys(error ?? {})]).toEqual([422, ["note"]]);
  expect(await decisionOf(id)).toBeNull();
});

it("is not found for another district, and forbidden to partners", async () => {
  const id = await givenReported();
  expect((await thrownBy(open(id, people.priya.id))).status).toBe(404);
  expect((await thrownBy(action(await post(id, { decision: "mended" }, people.priya.id)))).status).toBe(404);
  expect((await thrownBy(action(await post(id, { decision: "mended" }, people.tomas.id)))).status).toBe(403);
  expect(await decisionOf(id)).toBeNull();
});

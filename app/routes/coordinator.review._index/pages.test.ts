import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { districts, people } from "#db/seed/cast.ts";
import { pathways } from "#db/seed/pathways.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing, type GivenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader as desk } from "../coordinator/route.tsx";
import { loader as home } from "../coordinator._index/route.tsx";
import { loader as review } from "../coordinator.review.$listingId/route.tsx";
import { action as decide } from "../coordinator.review.decisions/route.tsx";
import { loader as queue } from "./route.tsx";

const database = useTestDatabase();
let waiting: GivenListing;
beforeAll(async () => {
  waiting = await givenListing(database.db, {
    opportunity: { ageMin: 13, contactEmail: "private@bluestembikes.example" },
    listing: { state: "submitted" },
  });
  await givenListing(database.db, {
    opportunity: { title: "Harbor secret" },
    listing: { state: "submitted", districtId: districts.lakeshore.id },
  });
});
const as = (userId: string, url = "/coordinator") => ask(database.db, { url, as: userId });

test("the desk says whose it is and how many wait", async () => {
  expect(await desk(await as(people.dana.id))).toMatchObject({
    name: people.dana.name,
    district: districts.riverbend.name,
    awaiting: 1,
  });
});

test("the first page says what needs the coordinator, and since when", async () => {
  const page = await home(await as(people.dana.id));
  expect(page).toMatchObject({
    counts: { toReview: 1, edits: 0 },
    oldestDays: 3,
    first: [{ id: waiting.listing.id, days: 3 }],
  });
});

describe("the queue", () => {
  test.each(["?show=nonsense", "?page=-4", "?page=1e9", "?page=x", "?decided=nobody", `?decided=${randomUUID()}`])(
    "shows what waits for %s",
    async (search) => {
      const page = await queue(await as(people.dana.id, `/coordinator/review${search}`));
      expect(page).toMatchObject({ queue: "awaiting", page: 1, decided: null, rows: [{ id: waiting.listing.id }] });
    },
  );

  test("tells of a decision, with the time until which it can be undone, and of what a rule kept back", async () => {
    const { listing } = await givenListing(database.db, { listing: { state: "declined" } });
    const form = {
      ...{ idempotencyKey: randomUUID(), verb: "approve", back: "kind=Mentorship" },
      listing: [`${listing.id}.${listing.version}`],
    };
    const url = "/coordinator/review/decisions";
    const response = (await decide(await ask(database.db, { url, as: people.dana.id, form }))) as Response;
    const location = response.headers.get("Location") ?? "";
    expect(location).toMatch(/^\/coordinator\/review\?kind=Mentorship&decided=[0-9a-f-]{36}$/);
    expect((await queue(await as(people.dana.id, location))).decided).toMatchObject({
      verb: "approve",
      doneCount: 0,
      refused: [{ title: "Bicycle repair helper", why: "not_awaiting_review" }],
      until: null,
    });
    expect((await queue(await as(people.marcus.id, location))).decided).toBeNull();
  });

  test("holds nothing of another district", async () => {
    const page = await queue(await as(people.dana.id, "/coordinator/review"));
    expect(JSON.stringify(page)).not.toContain("Harbor secret");
  });
});

describe("the page of one listing", () => {
  const open = async (userId: string, listingId = waiting.listing.id, locale: "en" | "es" = "en") =>
    review(await ask(database.db, { params: { listingId }, as: userId, context: { locale } }));

  test("holds what was sent, the partner's standing and what to look at first", async () => {
    expect(await open(people.dana.id)).toMatchObject({
      facts: {
        title: waiting.opportunity.title,
        closesOn: "Fri, Mar 5, 2027",
        contact: "private@bluestembikes.example",
      },
      standing: { inForce: true, vettedBy: people.dana.name },
      hints: [],
      findings: [{ code: "under_14", age: 13 }, { code: "permit" }],
      outlet: { awaiting: true, isEdit: false, version: waiting.listing.version },
    });
  });

  test("says days and closed lists in Spanish", async () => {
    expect((await open(people.dana.id, waiting.listing.id, "es")).facts).toMatchObject({
      closesOn: expect.stringMatching(/mar/i),
      pay: expect.not.stringContaining("Paid"),
    });
  });

  test.each([
    ["another district's coordinator", () => open(people.priya.id)],
    ["an id nobody has", () => open(people.dana.id, randomUUID())],
    ["what is no id", () => open(people.dana.id, "%00")],
  ])("is not found for %s", async (_who, work) => {
    expect((await thrownBy(work())).status).toBe(404);
  });
});

test.each([
  ["desk", desk],
  ["first page", home],
  ["queue", queue],
  ["listing", review],
] as const)("the %s is forbidden to partners and closed to strangers", async (_page, loader) => {
  const params = { listingId: waiting.listing.id };
  expect((await thrownBy(loader(await ask(database.db, { params, as: people.tomas.id })))).status).toBe(403);
  expect((await thrownBy(loader(await ask(database.db, { params })))).status).toBe(302);
});

test("a first review starts with the pathways that fit the posting's career areas", async () => {
  const { listing } = await givenListing(database.db, {
    opportunity: { subClusters: [pathways.healthCareers.subClusters[0]!] },
    listing: { state: "submitted" },
  });
  const page = await review(await ask(database.db, { params: { listingId: listing.id }, as: people.dana.id }));
  expect(page.outlet.placing.pathwayIds).toEqual([pathways.healthCareers.id]);
});

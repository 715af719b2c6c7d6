import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import "#app/i18n/catalogs.server.ts";
import { draftEdition } from "#app/domain/editions/drafting.server.ts";
import { publishEdition } from "#app/domain/editions/publishing.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { loader as readChanges } from "#app/routes/$district.editions.$number.changes/route.tsx";
import { loader as readListing } from "#app/routes/$district.editions.$number.opportunities.$slug/route.tsx";
import { loader as readAll } from "#app/routes/$district.editions._index/route.tsx";
import { listings } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing, type GivenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
let bikes: GivenListing;
let trail: GivenListing;

const asking = (url: string, params: Record<string, string>, locale: Locale = "en") =>
  ask(database.db, { url, params: { district: "riverbend", ...params }, context: { locale } });
const edition = async (
  number: string,
  { district = "riverbend", locale = "en" }: { district?: string; locale?: Locale } = {},
) =>
  (await loader(await asking(`/${district}/editions/${number}`, { district, number }, locale))) as {
    data: {
      page: { title: string; note: string | null; short: { url: string } | null; sections: { html: string }[] } | null;
    };
    init: { status?: number } | null;
  };
const changes = async (number: string, query = "") =>
  (await readChanges(await asking(`/riverbend/editions/${number}/changes${query}`, { number }))) as {
    data: {
      title: string;
      page: { changes: Record<"added" | "closed" | "changed", { title: { text: string } }[]> } | null;
    };
    init: { status?: number } | null;
  };

async function publish(title: string) {
  const dana = asCoordinator(database.db, people.dana.id, districts.riverbend.id);
  const words = { title, titleEs: `${title} (es)`, note: "Dear families", noteEs: null };
  const drafted = await draftEdition(dana, { ...words, idempotencyKey: randomUUID() });
  if (!drafted.ok) throw new Error(drafted.refusal);
  await publishEdition(dana, { ...drafted.value, version: 1, idempotencyKey: randomUUID() });
}

beforeAll(async () => {
  await database.db.update(listings).set({ state: "closed" });
  bikes = await givenListing(database.db);
  trail = await givenListing(database.db, { opportunity: { title: "River trail count <b>" } });
  await publish("Fall 2026");
  await database.db.update(listings).set({ state: "closed" }).where(eq(listings.id, trail.listing.id));
  await database.db.update(listings).set({ closesOn: "2027-03-30" }).where(eq(listings.id, bikes.listing.id));
  await givenListing(database.db, { opportunity: { title: "Wheel builder" } });
  await publish("Spring 2027");
});

it("shows the list as it was, and of what has left it since that it has", async () => {
  const { data } = await edition("1");
  expect(data.page).toMatchObject({
    title: "Fall 2026",
    note: "Dear families",
    newest: 2,
    contents: [{ name: "Supply Chain & Transportation", count: 2, page: 1 }],
  });
  const { html } = data.page!.sections[0]!;
  expect(html).toContain("River trail count &lt;b&gt;");
  expect(html).toContain("closes March 5, 2027");
  expect(html).not.toContain("Wheel builder");
  expect(html.match(/No longer on the list/g)).toHaveLength(1);
});

it("speaks Spanish, and marks a note nobody translated", async () => {
  const { data } = await edition("2", { locale: "es" });
  expect(data.page).toMatchObject({ title: "Spring 2027 (es)", note: "Dear families", isNoteForeign: true });
});

it("has a short address, in the reader's language", async () => {
  const [english, spanish] = [await edition("1"), await edition("1", { locale: "es" })];
  expect(english.data.page?.short?.url).toMatch(/\/go\/\w{6}$/);
  expect(spanish.data.page?.short?.url).toBe(english.data.page?.short?.url.replace("/go/", "/es/go/"));
});

it.each(["3", "0", "x", "01", "9999999"])("answers 404 to the number %s", async (number) => {
  const answer = await edition(number).catch((thrown: Response) => thrown);
  expect(answer instanceof Response ? answer.status : answer.init?.status).toBe(404);
});

it("knows no other district's editions", async () => {
  const { data, init } = await edition("1", { district: "lakeshore" });
  expect([data.page, init?.status]).toEqual([null, 404]);
});

it("lists all, the newest first, with what was new in each", async () => {
  const { editions, rate } = await readAll(await asking("/riverbend/editions", {}));
  expect(editions.map(({ number }) => number)).toEqual([2, 1]);
  expect(editions[0]?.summary.since).toMatchObject({ number: 1, added: 1, closed: 1, changed: 1 });
  expect(rate).toEqual({ listings: 2, confirmed: 2, days: 60 });
});

it("compares any two, whichever is named first", async () => {
  const said = { what: "Last day to ask", before: { text: "March 5, 2027" }, now: { text: "March 30, 2027" } };
  const expected = {
    added: [{ title: { text: "Wheel builder" } }],
    closed: [{ title: { text: "River trail count <b>" } }],
    changed: [{ title: { text: "Bicycle repair helper" }, said: [said] }],
  };
  for (const answer of [await changes("2"), await changes("2", "?since=1"), await changes("1", "?since=2")]) {
    expect(answer.data.title).toContain("From edition 1 to edition 2");
    expect(answer.data.page?.changes).toMatchObject(expected);
  }
  expect((await changes("1")).data.page?.changes).toEqual({ added: [], closed: [], changed: [] });
});

it.each(["?since=7", "?since=x", "?since=", "?since=-1"])("answers 404 to %s", async (query) => {
  expect((await changes("2", query)).init?.status).toBe(404);
});

it("keeps each listing as it stood, with the way to the live one where there is one", async () => {
  const read = async (number: string, { listing }: GivenListing) =>
    (await readListing(await asking("/", { number, slug: listing.slug }))) as unknown as {
      data: { page: { live: string | null; view: { closesOn: string } } | null };
      init: { status?: number } | null;
    };
  expect((await read("1", bikes)).data.page).toMatchObject({
    ...{ view: { closesOn: "2027-03-05" }, live: `/riverbend/opportunities/${bikes.listing.slug}` },
  });
  expect((await read("1", trail)).data.page).toMatchObject({ live: null });
  expect((await read("2", trail)).init?.status).toBe(404);
});

it("is in no district that is not there", async () => {
  const nowhere = thrownBy(loader(await asking("/nowhere/editions/1", { district: "nowhere", number: "1" })));
  expect((await nowhere).status).toBe(404);
});

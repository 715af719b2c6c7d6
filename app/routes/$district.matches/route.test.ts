import { describe, expect, test } from "vitest";
import { districts, organizations } from "#db/seed/cast.ts";
import { listSchools } from "#app/domain/districts/districts.server.ts";
import { bumpListVersion } from "#app/domain/districts/list-version.server.ts";
import { ACTIVITIES, writeAnswers } from "#app/domain/interests/questionnaire.ts";
import type { Theme } from "#app/domain/interests/riasec.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const liking = (...liked: Theme[]) =>
  writeAnswers(Object.fromEntries(ACTIVITIES.map(({ id, theme }) => [id, liked.includes(theme) ? "like" : "dislike"])));

async function given(changes: Parameters<typeof givenListing>[1] = {}) {
  const { listing } = await givenListing(database.db, changes);
  await bumpListVersion(database.db, listing.districtId);
  return listing;
}

async function matches(query: Record<string, string>, district = "riverbend", locale: "en" | "es" = "en") {
  const url = `/${district}/matches?${new URLSearchParams(query)}`;
  const answer = await loader(await ask(database.db, { url, params: { district }, context: { locale } }));
  return { page: answer.data, headers: new Headers(answer.init?.headers) };
}

describe("the matches page", () => {
  test("shows what fits with its reasons, and something different said to be so", async () => {
    const bikes = await given();
    const tutoring = await given({
      opportunity: { title: "Math tutor", subClusters: ["040104"], organizationId: organizations.college.id },
    });
    const { page } = await matches({ a: liking("realistic"), grade: "11", where: "61201" });
    expect(page.cards.map(({ listing, stretch }) => [listing.id, stretch])).toEqual([
      [bikes.id, false],
      [tutoring.id, true],
    ]);
    expect(page.cards[0]?.reasons).toMatchObject([
      { kind: "theme", themes: ["realistic"] },
      { kind: "distance" },
      { kind: "grade", grade: 11 },
      { kind: "closes", days: 24 },
      { kind: "new" },
    ]);
    expect(page.cards[0]?.listing.href).toBe(`/riverbend/opportunities/${bikes.slug}`);
    expect(page.fitting).toBe(1);
    expect(page.place).toBe("61201 Rock Island");
  });

  test("says the top themes and the fields they lead to, in the reader's language", async () => {
    const { page } = await matches({ a: liking("social") }, "riverbend", "es");
    expect(page.result).toMatchObject({ standing: "clear", top: ["social"] });
    expect(page.clusters.map(({ name }) => name)).toContain("Educación");
    expect(page.clusters[0]?.href).toContain("/es/riverbend/matches?a=");
    expect(page.title).toContain("Tus resultados");
  });

  test("lets each theme be put right, and says what is of each pathway and field", async () => {
    await given();
    const { page } = await matches({ a: liking("realistic") });
    const [builds] = page.themes;
    expect(builds).toMatchObject({ theme: "realistic", more: null });
    const moved = new URL(builds!.less!, "http://localhost").searchParams;
    const after = (await matches(Object.fromEntries(moved))).page;
    expect(after.result.scores.realistic).toBeLessThan(page.result.scores.realistic);
    expect(after.result.scores.social).toBe(page.result.scores.social);
    expect([page.isTuning, after.isTuning]).toEqual([false, true]);
    expect(page.clusters.flatMap(({ listings }) => listings).length).toBeGreaterThan(0);
  });

  test("offers the other eighteen after the start, and not to whom answered them", async () => {
    expect((await matches({ a: "220000200002" })).page.rest).toMatchObject({ count: 18 });
    expect((await matches({ a: liking("social") })).page.rest).toBeNull();
  });

  test("is honest about a flat profile and about too few answers", async () => {
    const everything = liking("realistic", "investigative", "artistic", "social", "enterprising", "conventional");
    expect((await matches({ a: everything })).page).toMatchObject({ result: { standing: "flat" }, clusters: [] });
    expect((await matches({ a: "22" })).page.result).toMatchObject({ standing: "too_few", answered: 2 });
    expect((await matches({})).page.isPersonal).toBe(false);
  });

  test("says how many a grade hides, and how to widen when nothing is left", async () => {
    await given({ opportunity: { gradeMin: 12, gradeMax: 12 } });
    const { page } = await matches({ grade: "6", within: "2", where: "61201", cluster: "010300" });
    expect(page.cards).toEqual([]);
    expect(page.leftOut.grade).toBeGreaterThan(0);
    expect(page.wider.grade).toBe("/riverbend/matches?cluster=010300&where=61201&within=2");
    expect(page.wider.distance).toBe("/riverbend/matches?cluster=010300&grade=6&where=61201");
    expect(page.wider.choices).toBe("/riverbend/matches?grade=6&where=61201&within=2");
  });

  test("says so when it does not know a place, and goes on without it", async () => {
    const { page } = await matches({ where: "Atlantis", within: "2" });
    expect(page.filters).toMatchObject({ isPlaceUnknown: true, place: "Atlantis" });
    expect(page.cards.length).toBeGreaterThan(0);
  });

  test("says which of the times named a listing fits, and keeps them in the address", async () => {
    const { page } = await matches({ when: "after_school", show: "60" });
    expect(page.cards[0]?.reasons).toContainEqual({ kind: "when", when: ["after_school"] });
    expect(page.address).toBe("when=after_school");
  });

  test("leaves out what is kept to other schools once the reader names one", async () => {
    const [own, other] = await listSchools(database.db, districts.riverbend.id);
    const kept = await given({ listing: { schoolIds: [other!.id] } });
    const idsNear = async (school: string) =>
      (await matches({ where: school, show: "60" })).page.cards.map(({ listing }) => listing.id);
    expect(await idsNear(other!.name)).toContain(kept.id);
    expect(await idsNear(own!.name)).not.toContain(kept.id);
  });

  test("shows more of the same order when asked", async () => {
    for (let i = 0; i < 13; i++) await given({ opportunity: { title: `Bike day ${i}` } });
    const first = (await matches({ a: liking("realistic") })).page;
    const second = (await matches({ a: liking("realistic"), show: "24" })).page;
    expect(first.cards).toHaveLength(12);
    expect(new URLSearchParams(first.more ?? "").get("show")).toBe("24");
    expect(second.cards.map(({ listing }) => listing.id).slice(0, 12)).toEqual(
      first.cards.map(({ listing }) => listing.id),
    );
  });

  test("never shows another district's listings, pathways or what is not published", async () => {
    const theirs = await given({ listing: { districtId: districts.lakeshore.id } });
    const draft = await given({ listing: { state: "submitted" } });
    const ids = (await matches({ show: "60" })).page.cards.map(({ listing }) => listing.id);
    expect(ids).not.toContain(theirs.id);
    expect(ids).not.toContain(draft.id);
    expect((await matches({}, "lakeshore")).page.cards.map(({ listing }) => listing.id)).toEqual([theirs.id]);
  });

  test("carries nothing a partner or coordinator keeps to themselves", async () => {
    const { page } = await matches({ show: "60" });
    expect(JSON.stringify(page)).not.toContain("tomas@bluestembikes.example");
  });

  test("is never kept by a cache, whatever was asked", async () => {
    for (const query of [{}, { a: "222" }, { cluster: "<script>", show: "-1", grade: "NaN" }] as Record<
      string,
      string
    >[])
      expect((await matches(query)).headers.get("Cache-Control")).toBe("private, no-store");
  });

  test("belongs to a district: an unknown one is not found", async () => {
    const args = await ask(database.db, { url: "/nowhere/matches", params: { district: "nowhere" } });
    expect((await thrownBy(loader(args))).status).toBe(404);
  });
});

describe("more and less like this", () => {
  test("change the address, say what they did, and are taken back by it", async () => {
    await given({ opportunity: { subClusters: ["040104"] } });
    const before = (await matches({ show: "60" })).page;
    const like = before.cards.find(({ likeness }) => likeness?.code === "040100")?.likeness;
    expect(like).toMatchObject({ less: "/riverbend/matches?less=040100#asked" });
    const { page } = await matches({ less: "040100", show: "60" });
    expect(page.wishes).toEqual([{ wish: "less", code: "040100", undo: "/riverbend/matches" }]);
    expect(page.cards.at(-1)?.listing.subClusters).toContain("040104");
    expect(page.cards.some(({ likeness }) => likeness?.code === "040100")).toBe(false);
  });

  test("drop what is neither a field nor a kind", async () => {
    const { page } = await matches({ less: "990000", more: "Nonsense" });
    expect(page.wishes).toEqual([]);
  });
});

test("what is not open yet comes last, with what stands in the way and until when", async () => {
  const twelfth = await given({
    opportunity: { gradeMin: 12, gradeMax: 12, closesOn: null },
    listing: { closesOn: null },
  });
  const { page } = await matches({ grade: "10", show: "60" });
  expect(page.cards.map(({ listing }) => listing.id)).not.toContain(twelfth.id);
  expect(page.later.find(({ listing }) => listing.id === twelfth.id)?.notYet).toEqual({
    limit: "grade",
    from: 12,
    opens: { year: 2028, month: 8 },
  });
});

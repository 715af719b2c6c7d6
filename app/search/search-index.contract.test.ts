import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { askingFor, givenDocument, SEARCH_NOW, searchEngines } from "#tests/support/search-documents.ts";
import type { SearchCriteria } from "./criteria.ts";
import { cellOf } from "./map-cells.ts";
import type { SearchDocument, SearchIndex } from "./search-index.ts";

const database = useTestDatabase();
const SECONDS = SEARCH_NOW.getTime() / 1000;
const HERE = randomUUID();
const ELSEWHERE = randomUUID();
const LIBRARY = randomUUID();
const MOLINE = { latitude: 41.5067, longitude: -90.5151 };

const engines = searchEngines(database, `test_${HERE}`);
const document = (changes: Partial<SearchDocument> = {}) => givenDocument({ districtId: HERE, ...changes });
const asking = (changes: Partial<SearchCriteria> = {}) => askingFor({ districtId: HERE, ...changes });

const tutoring = document({
  title: "Reading tutor for second graders",
  organization: "Riverbend Library",
  summary: "Help children read after school. Photography is not part of it.",
  kind: "ServiceLearning",
  clusters: ["070100"],
  pay: ["unpaid", "credit"],
  when: ["after_school"],
  point: { latitude: 41.51, longitude: -90.52 },
  closesAt: SECONDS + 86_400,
});
const photo = document({
  title: "Photography studio assistant",
  organization: "Quad Light",
  body: "You learn about light. Sometimes you tutor a newer assistant.",
  kind: "PaidInternship",
  clusters: ["060100"],
  pathways: ["media-arts"],
  pay: ["paid"],
  when: ["weekend"],
  transport: ["bus"],
  point: { latitude: 41.6, longitude: -90.6 },
  closesAt: SECONDS + 40 * 86_400,
});
const garden = document({
  title: "Ayudante del jardín comunitario",
  summary: "Educación ambiental para niños",
  kind: "ServiceLearning",
  clusters: ["010100", "070100"],
  pay: ["stipend"],
  when: ["weekend", "summer"],
  grades: [6, 7, 8, 9],
  point: { latitude: 42.4, longitude: -90.5 },
});
const remote = document({ title: "Code review buddy", kind: "Mentorship", setting: "remote", pay: ["unpaid"] });
const over = document({ title: "Tutor of last week", closesAt: SECONDS - 1, pay: ["unpaid"] });
const foreign = document({ title: "Tutor by the lake", districtId: ELSEWHERE, kind: "PaidInternship" });
const all = [tutoring, photo, garden, remote, over, foreign];

describe.each(engines)("%s", (_name, create) => {
  let index: SearchIndex;
  const idsOf = async (changes: Partial<SearchCriteria> = {}) =>
    (await index.search(asking(changes))).hits.map(({ id }) => id);

  beforeAll(async () => {
    index = create();
    expect(await index.put(all)).toEqual([]);
  });

  it("shows one district's open listings, newest first, and counts them", async () => {
    const page = await index.search(asking());
    expect(page.hits.map(({ id }) => id)).toEqual([remote.id, garden.id, photo.id, tutoring.id]);
    expect(page).toMatchObject({ total: 4, degraded: false });
    expect(page.facets.kind).toEqual({ ServiceLearning: 2, PaidInternship: 1, Mentorship: 1 });
    expect(page.facets.cluster).toEqual({ "070100": 2, "060100": 1, "010100": 1 });
    expect(page.facets.grade["9"]).toBe(4);
  });

  it.each([
    ["the title before the body", "tutor", [tutoring.id, photo.id]],
    ["several words, all of them", "reading children", [tutoring.id]],
    ["no listing when one word is nowhere", "reading zeppelins", []],
    ["the beginning of the last word", "photogr", [photo.id, tutoring.id]],
    ["a letter left out", "tutr", [tutoring.id, photo.id]],
    ["two neighbors swapped", "photograhpy", [photo.id, tutoring.id]],
    ["words without their accents", "jardin educacion", [garden.id]],
    ["an organization", "quad light", [photo.id]],
    ["capitals and punctuation aside", "  «READING»!! ", [tutoring.id]],
    ["small words aside", "the tutor of a", [tutoring.id, photo.id]],
  ])("finds %s", async (_what, words, expected) => {
    expect(await idsOf({ words })).toEqual(expected);
  });

  it("widens by values of one group and narrows by groups", async () => {
    expect(await idsOf({ kind: ["Mentorship", "PaidInternship"] })).toEqual([remote.id, photo.id]);
    expect(await idsOf({ kind: ["ServiceLearning"], when: ["summer"] })).toEqual([garden.id]);
    expect(await idsOf({ grade: [7] })).toEqual([garden.id]);
    expect(await idsOf({ pay: ["credit"], transport: ["bus"] })).toEqual([]);
    expect(await idsOf({ pathway: ["media-arts"], words: "light" })).toEqual([photo.id]);
  });

  it("counts a group under the other groups' filters and the words", async () => {
    const { facets, total } = await index.search(asking({ kind: ["ServiceLearning"], when: ["weekend"] }));
    expect(total).toBe(1);
    expect(facets.kind).toEqual({ ServiceLearning: 1, PaidInternship: 1 });
    expect(facets.when).toEqual({ after_school: 1, weekend: 1, summer: 1 });
    expect(facets.pay).toEqual({ stipend: 1 });
    const worded = await index.search(asking({ words: "tutor", kind: ["Mentorship"] }));
    expect(worded.facets.kind).toEqual({ Mentorship: 0, ServiceLearning: 1, PaidInternship: 1 });
  });

  it("narrows by every further filter, and counts each under the others", async () => {
    const district = randomUUID();
    const here = (changes: Partial<SearchDocument>) => givenDocument({ districtId: district, ...changes });
    const spanish = here({
      ...{ stage: "training", cost: "free", clearance: "none", counts: ["credit", "work_based"], sector: "health" },
      ...{ bells: ["14:30", "14:45"], days: ["tue", "thu"], times: ["afternoon"], languages: ["en", "es"] },
      ...{ access: ["wheelchair"], organizationId: LIBRARY, publishedAt: SECONDS - 86_400 },
    });
    const early = here({
      ...{ stage: "awareness", cost: "free", counts: ["service_hours"], bells: ["14:30"], days: ["sat"] },
      ...{ times: ["morning"], languages: ["en"], publishedAt: SECONDS - 8 * 86_400 },
    });
    const third = here({ organizationId: LIBRARY, sector: "nonprofit", publishedAt: SECONDS - 9 * 86_400 });
    await index.put([spanish, early, third]);
    const ask = (changes: Partial<SearchCriteria>) => index.search(asking({ districtId: district, ...changes }));
    const ids = async (changes: Partial<SearchCriteria>) => (await ask(changes)).hits.map(({ id }) => id);
    expect(await ids({ bell: ["14:45"] })).toEqual([spanish.id]);
    expect(await ids({ bell: ["14:30", "14:45"] })).toEqual([spanish.id, early.id]);
    expect(await ids({ day: ["thu", "sat"], time: ["morning"] })).toEqual([early.id]);
    expect(await ids({ cost: ["free"], clearance: ["none"] })).toEqual([spanish.id]);
    expect(await ids({ counts: ["work_based", "service_hours"] })).toEqual([spanish.id, early.id]);
    expect(await ids({ stage: ["awareness"] })).toEqual([early.id]);
    expect(await ids({ language: ["es"], access: ["wheelchair"] })).toEqual([spanish.id]);
    expect(await ids({ sector: ["health", "nonprofit"] })).toEqual([spanish.id, third.id]);
    expect(await ids({ organization: [LIBRARY] })).toEqual([spanish.id, third.id]);
    expect(await ids({ organization: [randomUUID()] })).toEqual([]);
    expect(await ids({ new: ["week"] })).toEqual([spanish.id]);
    expect(await ids({ new: ["month"] })).toEqual([]);

    const { facets } = await ask({ organization: [LIBRARY] });
    expect(facets.organization).toEqual({ [LIBRARY]: 2, [early.organizationId]: 1 });
    expect([facets.language, facets.cost, facets.new]).toEqual([{ en: 1, es: 1 }, { free: 1 }, { week: 1 }]);
    const fresh = await ask({ new: ["week"], language: ["vi"] });
    expect([fresh.total, fresh.facets.new, fresh.facets.language]).toEqual([0, { week: 0 }, { en: 1, es: 1, vi: 0 }]);
    await index.remove([spanish, early, third].map(({ id }) => id));
    expect((await ask({})).facets.organization).toEqual({});
  });

  it("tells what opens to a grade later from what is open or never will be", async () => {
    const later = document({ title: "Late riser", grades: [11, 12] });
    await index.put([later]);
    expect(await idsOf({ notYetFor: 10, words: "riser" })).toEqual([later.id]);
    expect(await idsOf({ notYetFor: 10, kind: ["ServiceLearning"] })).toEqual([]);
    for (const grade of [11, 12]) expect(await idsOf({ notYetFor: grade, words: "riser" })).toEqual([]);
    await index.remove([later.id]);
  });

  it("counts all it finds by its cell of the map, and nowhere what is done from anywhere", async () => {
    const { cells } = await index.search(asking({ pageSize: 1 }));
    const placed = [tutoring, photo, garden].map(({ point }) => [cellOf(point!), 1]);
    expect(cells).toEqual(Object.fromEntries(placed));
    const narrowed = await index.search(asking({ cells: [cellOf(photo.point!), cellOf(garden.point!), "1_1"] }));
    expect(narrowed.hits.map(({ id }) => id)).toEqual([garden.id, photo.id]);
    expect(narrowed.facets.kind).toEqual({ ServiceLearning: 1, PaidInternship: 1 });
    expect(await idsOf({ cells: ['x"] OR kind EXISTS OR cell IN ["'] })).toEqual([]);
    const near = { ...MOLINE, withinMiles: 3 };
    expect((await index.search(asking({ near }))).cells).toEqual({ [cellOf(tutoring.point!)]: 1 });
  });

  it("keeps to a radius and tells distances", async () => {
    const near = { ...MOLINE, withinMiles: 10 };
    const page = await index.search(asking({ near, sort: "nearest", setting: ["on_site"] }));
    expect(page.hits.map(({ id }) => id)).toEqual([tutoring.id, photo.id]);
    expect(page.hits[0]!.distanceMiles).toBeCloseTo(0.34, 1);
    expect(page.facets.kind).toEqual({ ServiceLearning: 1, PaidInternship: 1 });
    expect(await idsOf({ near: { ...MOLINE, withinMiles: null }, sort: "nearest" })).toEqual([
      tutoring.id,
      photo.id,
      garden.id,
      remote.id,
    ]);
    expect(await idsOf({ near: { ...MOLINE, withinMiles: 10 }, words: "tutor" })).toEqual([tutoring.id, photo.id]);
  });

  it("keeps what is done from anywhere in every radius, after the near ones and without a distance", async () => {
    const lost = document({ title: "Somewhere without a point" });
    await index.put([lost]);
    for (const sort of ["nearest", "best"] as const) {
      const page = await index.search(asking({ near: { ...MOLINE, withinMiles: 10 }, sort }));
      expect(page.hits.map(({ id }) => id)).toEqual([tutoring.id, photo.id, remote.id]);
      expect(page.hits[2]!.distanceMiles).toBeNull();
      expect(page.facets.setting).toEqual({ on_site: 2, remote: 1 });
    }
    expect(await idsOf({ near: { ...MOLINE, withinMiles: 10 }, words: "code" })).toEqual([remote.id]);
    await index.remove([lost.id]);
  });

  it("sorts by what closes soonest, the open-ended last", async () => {
    const ids = await idsOf({ sort: "closing" });
    expect(ids.slice(0, 2)).toEqual([tutoring.id, photo.id]);
    expect(ids).toHaveLength(4);
    expect(await idsOf({ sort: "newest", words: "tutor" })).toEqual([photo.id, tutoring.id]);
  });

  it("pages, with the total of all pages", async () => {
    const pages = [1, 2, 3].map((page) => index.search(asking({ page, pageSize: 3 })));
    const found = await Promise.all(pages);
    expect(found.map(({ hits }) => hits.length)).toEqual([3, 1, 0]);
    expect(found.map(({ total }) => total)).toEqual([4, 4, 4]);
    expect(new Set(found.flatMap(({ hits }) => hits.map(({ id }) => id))).size).toBe(4);
  });

  it("never lets a filter's text reach beyond the district (S23)", async () => {
    const attempts = [
      'x" OR districtId EXISTS OR "',
      "'] OR id != '",
      '\\" OR 1=1 --',
      "x] OR kind IN [PaidInternship",
    ];
    for (const attempt of attempts)
      for (const group of ["kind", "cluster", "pathway", "pay", "setting", "organization", "language", "new"] as const)
        expect(await idsOf({ [group]: [attempt] })).toEqual([]);
    expect(await idsOf({ districtId: `${randomUUID()}` })).toEqual([]);
  });

  it("answers any text a reader may type", async () => {
    const own = [
      "\0",
      "\ud800",
      "a & b | !c <-> (",
      "'; drop table listings; --",
      "%_\\",
      "-tutor",
      '"',
      "日本語 テスト",
      "é".repeat(9_000),
    ];
    for (const words of [...own, ...NAUGHTY_STRINGS]) {
      const { hits } = await index.search(asking({ words: words.slice(0, 200) }));
      expect(hits.some(({ id }) => id === foreign.id || id === over.id)).toBe(false);
    }
  });

  it("holds the newest version, whatever comes late", async () => {
    const first = document({ title: "Beekeeping", version: 3, kind: "JobShadowing" });
    await index.put([first]);
    await index.put([{ ...first, title: "Falconry", version: 4, kind: "Apprenticeship" }]);
    await index.put([{ ...first, title: "Beekeeping again", version: 2 }]);
    expect(await idsOf({ words: "falconry" })).toEqual([first.id]);
    expect(await idsOf({ words: "beekeeping" })).toEqual([]);
    expect(await idsOf({ kind: ["JobShadowing"] })).toEqual([]);
    expect((await index.versions()).get(first.id)).toBe(4);
    await index.remove([first.id, randomUUID()]);
    expect(await idsOf({ words: "falconry" })).toEqual([]);
    expect((await index.versions()).has(first.id)).toBe(false);
    await index.put([{ ...first, version: 5 }]);
    expect(await idsOf({ words: "beekeeping" })).toEqual([first.id]);
    await index.remove([first.id]);
  });

  it("takes the sound documents of a batch and names the one it cannot hold (R7)", async () => {
    const sound = Array.from({ length: 15 }, (_, n) => document({ title: `Welding shop ${n}` }));
    const poison = { ...document({ title: "Welding shop" }), id: "not an id" };
    expect((await index.put([...sound.slice(0, 9), poison, ...sound.slice(9)])).map(({ id }) => id)).toEqual([
      poison.id,
    ]);
    expect((await index.search(asking({ words: "welding" }))).total).toBe(15);
    await index.remove(sound.map(({ id }) => id));
  });

  it("takes texts that hold anything", async () => {
    const odd = document({
      title: "Zither\0 player \ud83c",
      summary: "'':* & <b>",
      body: "word ".repeat(30_000),
      keywords: ["$1", "\\"],
    });
    expect(await index.put([odd])).toEqual([]);
    expect(await idsOf({ words: "zither" })).toEqual([odd.id]);
    await index.remove([odd.id]);
  });

  it("is rebuilt to exactly what it is given", { timeout: 120_000 }, async () => {
    const kept = all.slice(1).map((held) => ({ ...held, version: 2 }));
    const stray = document({ title: "Stray" });
    await index.put([stray]);
    await index.rebuild(inParts(kept));
    expect(await index.versions()).toEqual(new Map(kept.map(({ id }) => [id, 2])));
    expect(await idsOf()).toEqual([remote.id, garden.id, photo.id]);
    await index.rebuild(inParts(all.map((held) => ({ ...held, version: 3 }))));
    expect(await idsOf()).toEqual([remote.id, garden.id, photo.id, tutoring.id]);
  });
});

async function* inParts(documents: SearchDocument[]) {
  for (let at = 0; at < documents.length; at += 2) yield documents.slice(at, at + 2);
}

import { describe, expect, test } from "vitest";
import { DAY, ids, likes, listing, match, NOW, REFERENCE } from "#tests/support/matchables.ts";
import { NOBODY, type Learner } from "./learner.ts";
import { indexListings, type MatchableListing } from "./match-index.ts";
import { matchListings } from "./match.ts";
import { STANDARD_WEIGHTS, weightsFrom } from "./weights.ts";

const HOME = { latitude: 41.5, longitude: -90.5 };
/** About as many miles north of home. */
const milesOff = (miles: number) => ({ latitude: HOME.latitude + miles / 69, longitude: HOME.longitude });
const reasonsOf = (only: Partial<MatchableListing>, learner: Partial<Learner>) =>
  match([listing(only)], { ...NOBODY, ...learner }).matches[0]?.reasons ?? [];

describe("distance by the way one travels", () => {
  test("what a walker cannot reach comes after what they can, and a named bus stop goes farther", () => {
    const near = listing({ point: milesOff(0.5) });
    const [named, unnamed] = [listing({ point: milesOff(4), transport: ["bus"] }), listing({ point: milesOff(4) })];
    const travelling = (...travel: Learner["travel"]) =>
      ids(match([unnamed, named, near], { ...likes("realistic"), point: HOME, travel }));
    expect(travelling("walk")[0]).toBe(near.id);
    expect(travelling("bus")).toEqual([near.id, named.id, unnamed.id]);
  });

  test.each<[string, Partial<MatchableListing>, Learner["travel"], object[]]>([
    ["a walk", { point: milesOff(0.5) }, ["walk"], [{ kind: "distance", miles: 0.5, by: "walk" }]],
    ["too far to walk", { point: milesOff(4) }, ["walk"], []],
    ["a ride offered", { point: milesOff(8), transport: ["ride_offered"] }, ["walk"], [{ by: "ride_offered" }]],
    ["a car needed, and none there", { point: milesOff(0.5), transport: ["car_needed"] }, ["walk", "bus"], []],
    ["a car needed, and one there", { point: milesOff(0.5), transport: ["car_needed"] }, ["ride"], [{ by: "ride" }]],
    ["nothing said about it", { point: milesOff(4) }, [], [{ kind: "distance", miles: 4 }]],
    ["so far that it is no reason", { point: milesOff(20) }, [], []],
  ])("%s", (_, only, travel, reasons) => {
    const said = reasonsOf(only, { point: HOME, travel }).filter(({ kind }) => kind === "distance");
    expect(said).toMatchObject(reasons);
    expect(said).toHaveLength(reasons.length);
  });
});

test("shared skills count, and are named", () => {
  const [welding, none] = [listing({ skills: ["Welding", "math"] }), listing({ skills: ["math"] })];
  const answer = match([none, welding], { ...likes("realistic"), skills: ["welding"] });
  expect(ids(answer)).toEqual([welding.id, none.id]);
  expect(answer.matches[0]?.reasons).toContainEqual({ kind: "skills", skills: ["Welding"] });
});

describe("what it has to bring, and the languages spoken there", () => {
  test("come before all else, and are said one by one", () => {
    const [none, some, all] = [listing(), listing({ brings: ["paid"] }), listing({ brings: ["paid", "credit"] })];
    const answer = match([none, some, all], { ...likes("realistic"), needs: ["paid", "credit"] });
    expect(ids(answer)).toEqual([all.id, some.id, none.id]);
    expect(answer.matches[0]?.reasons.filter(({ kind }) => kind === "brings")).toEqual([
      { kind: "brings", need: "paid" },
      { kind: "brings", need: "credit" },
    ]);
  });

  test("leave the mix as it is: every fifth place a stretch, one organization no more than two of a page", () => {
    const paid = Array.from({ length: 20 }, () => listing({ brings: ["paid"], organizationId: "big" }));
    const others = Array.from({ length: 20 }, () => listing());
    const outside = Array.from({ length: 5 }, () => listing({ subClusters: ["040104"] }));
    const answer = match([...paid, ...others, ...outside], { ...likes("realistic"), needs: ["paid"] }, 12);
    expect(answer.matches.flatMap(({ stretch }, i) => (stretch ? [i] : []))).toEqual([4, 9]);
    expect(ids(answer).filter((id) => paid.some((each) => each.id === id))).toHaveLength(2);
  });

  test("a language beside English counts where it is spoken", () => {
    const [english, both] = [listing({ languages: ["en"] }), listing({ languages: ["en", "es"] })];
    const answer = match([english, both], { ...likes("realistic"), languages: ["en", "es"] });
    expect(ids(answer)).toEqual([both.id, english.id]);
    expect(answer.matches[0]?.reasons).toContainEqual({ kind: "speaks", language: "es" });
    expect(answer.matches[1]?.reasons.some(({ kind }) => kind === "speaks")).toBe(false);
  });
});

test("all of a listing's times in common is worth more than some", () => {
  const [both, one] = [listing({ when: ["weekend", "summer"] }), listing({ when: ["weekend"] })];
  expect(ids(match([both, one], { ...likes("realistic"), when: ["weekend"] }))).toEqual([one.id, both.id]);
});

test("a group it is kept to is said to whom said nothing of groups", () => {
  expect(reasonsOf({ onlyGroups: ["Health academy"] }, {})).toContainEqual({
    kind: "groups",
    groups: ["Health academy"],
  });
});

describe("more and less like this", () => {
  const shop = () => listing({ subClusters: ["010204"] });
  const robots = () => listing({ subClusters: ["010104"] });

  test("less puts a field behind, more before, and says so; taken back, all is as it was", () => {
    const listings = [...Array.from({ length: 4 }, robots), ...Array.from({ length: 4 }, shop)];
    const [learner, construction] = [likes("realistic", "investigative"), "010200"];
    const before = ids(match(listings, learner));
    const fields = (answer: ReturnType<typeof match>) =>
      answer.matches.map(({ id }) => listings.find((each) => each.id === id)?.subClusters[0]);
    const more = match(listings, { ...learner, more: [construction] });
    expect(fields(more).slice(0, 4)).toEqual(Array(4).fill("010204"));
    expect(more.matches[0]?.reasons).toContainEqual({ kind: "more", code: construction });
    const less = match(listings, { ...learner, less: ["010100"] });
    expect(fields(less).slice(0, 4)).toEqual(Array(4).fill("010204"));
    expect(ids(match(listings, { ...learner, more: [], less: [] }))).toEqual(before);
  });

  test("is about the kind of what was filed under no field", () => {
    const [tour, mentor] = [
      listing({ subClusters: [], kind: "WorksiteTour" }),
      listing({ subClusters: [], kind: "Mentorship" }),
    ];
    expect(ids(match([tour, mentor], { ...NOBODY, less: ["WorksiteTour"] }))).toEqual([mentor.id, tour.id]);
    expect(ids(match([tour, mentor], { ...NOBODY, more: ["WorksiteTour"] }))).toEqual([tour.id, mentor.id]);
  });
});

describe("fairness of exposure", () => {
  test("of equal fits what few have seen comes before what many have, and it says so", () => {
    const [often, seldom] = [listing({ seen: 400 }), listing({ seen: 2 })];
    const answer = match([often, seldom], likes("realistic"));
    expect(ids(answer)).toEqual([seldom.id, often.id]);
    expect(answer.matches.map(({ reasons }) => reasons.some(({ kind }) => kind === "little_seen"))).toEqual([
      true,
      false,
    ]);
  });

  test("does not put before a learner what fits them much less", () => {
    const [fits, unseen] = [listing({ seen: 400, subClusters: ["010104"] }), listing({ subClusters: ["060304"] })];
    expect(ids(match([unseen, fits], likes("realistic", "investigative")))[0]).toBe(fits.id);
  });

  test("equals are dealt out: different first for different learners and days, the same for one all day", () => {
    const equals = Array.from({ length: 40 }, () => listing({ seen: 3 }));
    const first = (grade: number, day = DAY) =>
      matchListings(indexListings(equals, REFERENCE, { day }), { ...likes("realistic"), grade }, NOW, 1).matches[0]?.id;
    expect(new Set([6, 7, 8, 9, 10, 11, 12].map((grade) => first(grade))).size).toBeGreaterThan(3);
    expect(new Set(["2027-02-09", "2027-02-10", "2027-02-11"].map((day) => first(9, day))).size).toBeGreaterThan(1);
    expect(first(9)).toBe(first(9));
  });
});

describe("weights of a district", () => {
  test("move what comes first", () => {
    const [near, choice] = [listing({ point: HOME, subClusters: ["040104"] }), listing({ point: milesOff(6) })];
    const learner = { ...NOBODY, point: HOME, clusters: ["010200", "040100"] };
    const under = (weights: Partial<typeof STANDARD_WEIGHTS>) =>
      matchListings(
        indexListings([near, choice], REFERENCE, { day: DAY, weights: { ...STANDARD_WEIGHTS, ...weights } }),
        learner,
        NOW,
        2,
      ).matches.map(({ score }) => score);
    const [[first = 0, second = 0], [firstFar = 0, secondFar = 0]] = [under({ distance: 0 }), under({ distance: 5 })];
    expect(first - second).toBeLessThan(firstFar - secondFar);
  });

  test("are ours where a district has none, and where one is out of bounds", () => {
    expect(weightsFrom(null)).toEqual(STANDARD_WEIGHTS);
    expect(weightsFrom({ interest: 8, exposure: 0, distance: "5", when: NaN, other: 1 })).toEqual({
      ...STANDARD_WEIGHTS,
      interest: 8,
    });
  });
});

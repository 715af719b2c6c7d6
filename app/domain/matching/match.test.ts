import { describe, expect, test } from "vitest";
import { ids, inDays, likes, listing, match, NOW, REFERENCE, sub, DAY } from "#tests/support/matchables.ts";
import { NOBODY, type Learner } from "./learner.ts";
import { indexListings, type MatchableListing } from "./match-index.ts";
import { matchListings } from "./match.ts";

describe("what is never shown", () => {
  test.each<[string, Partial<MatchableListing>, Partial<Learner>, string]>([
    ["asked for too late", { lastInstant: inDays(-1) }, {}, "over"],
    ["for higher grades", { gradeMin: 11 }, { grade: 10 }, "grade"],
    ["for lower grades", { gradeMax: 8 }, { grade: 10 }, "grade"],
    ["for those who are older than anyone usually is in the grade", { ageMin: 18 }, { grade: 10 }, "grade"],
    ["for younger ones", { ageMax: 13 }, { grade: 10 }, "grade"],
    ["for older ones than they said", { ageMin: 16 }, { grade: 11, age: 15 }, "age"],
    ["kept to another group", { onlyGroups: ["Health academy"] }, { groups: ["Robotics"] }, "group"],
    ["kept to another school", { schoolIds: ["north"] }, { schoolId: "south" }, "school"],
    [
      "farther than asked for",
      { point: { latitude: 42, longitude: -90 } },
      { point: { latitude: 41, longitude: -90 }, withinMiles: 25 },
      "too_far",
    ],
    [
      "nowhere, when a distance is asked for",
      {},
      { point: { latitude: 41, longitude: -90 }, withinMiles: 25 },
      "too_far",
    ],
  ])("%s", (_, changes, told, exclusion) => {
    const answer = match([listing(changes)], { ...NOBODY, ...told });
    expect(answer.matches).toEqual([]);
    expect(answer.leftOut).toMatchObject({ [exclusion]: 1 });
  });

  test("a limit the learner may meet keeps it, and says what to mind", () => {
    const [only] = match([listing({ ageMin: 16, lastInstant: inDays(9.5) })], { ...NOBODY, grade: 10 }).matches;
    expect(only?.reasons).toEqual([
      { kind: "grade", grade: 10 },
      { kind: "age", from: 16 },
      { kind: "closes", days: 9 },
    ]);
  });

  test("remote places are never too far", () => {
    const learner = { ...NOBODY, point: { latitude: 41, longitude: -90 }, withinMiles: 2 };
    expect(match([listing({ remote: true })], learner).matches).toMatchObject([{ reasons: [{ kind: "remote" }] }]);
  });
});

describe("what comes first", () => {
  test("work whose interests have the learner's shape, with the themes both share", () => {
    const [both, one] = [listing({ subClusters: ["010104"] }), listing({ subClusters: ["010204"] })];
    const answer = match([one, both], likes("realistic", "investigative"));
    expect(ids(answer)).toEqual([both.id, one.id]);
    expect(answer.matches[0]?.reasons).toContainEqual({ kind: "theme", themes: ["realistic", "investigative"] });
    expect(answer.matches[1]?.reasons).toContainEqual({ kind: "theme", themes: ["realistic"] });
  });

  test("the same pathway before its sub-cluster before its cluster before a related one", () => {
    const welding = { slug: "welding", subClusters: ["010104"] };
    const related = listing({ subClusters: ["010303"] });
    const inCluster = listing({ subClusters: ["010101"] });
    const inSubCluster = listing({ subClusters: ["010104"] });
    const inPathway = listing({ subClusters: [], pathways: ["welding"] });
    const reference = [...REFERENCE, sub("010101", "investigative"), sub("010303", "social")];
    const answer = matchListings(
      indexListings([related, inCluster, inSubCluster, inPathway], reference, { day: DAY }),
      { ...NOBODY, pathways: [welding] },
      NOW,
      24,
    );
    expect(ids(answer)).toEqual([inPathway.id, inSubCluster.id, inCluster.id, related.id]);
    expect(answer.matches.map(({ reasons }) => reasons[0])).toEqual([
      { kind: "pathway", slug: "welding" },
      { kind: "prepares", slug: "welding" },
      { kind: "pathway_field", slug: "welding" },
      { kind: "related", code: "010100" },
    ]);
  });

  test("the nearer, the better timed and the fresher of equal fits", () => {
    const home = { latitude: 41.5, longitude: -90.5 };
    const near = listing({ point: { latitude: 41.51, longitude: -90.5 } });
    const far = listing({ point: { latitude: 41.7, longitude: -90.5 } });
    const answer = match([far, near], { ...likes("realistic"), point: home });
    expect(ids(answer)).toEqual([near.id, far.id]);
    expect(answer.matches[0]?.reasons).toContainEqual({ kind: "distance", miles: 0.7 });

    const weekend = listing({ when: ["weekend"] });
    const evening = listing({ when: ["after_school"] });
    expect(ids(match([evening, weekend], { ...likes("realistic"), when: ["weekend"] }))[0]).toBe(weekend.id);

    const stale = listing({ confirmedAt: inDays(-55) });
    const fresh = listing({ confirmedAt: inDays(-2) });
    expect(ids(match([stale, fresh], likes("realistic")))[0]).toBe(fresh.id);
  });

  test("without anything told the freshest come first and nothing is called a stretch", () => {
    const answer = match([listing(), listing({ publishedAt: inDays(-1), subClusters: ["040104"] })], NOBODY);
    expect(answer.matches.map(({ stretch }) => stretch)).toEqual([false, false]);
    expect(answer.matches[0]?.reasons).toEqual([{ kind: "new" }]);
  });
});

describe("variety", () => {
  const many = (count: number, changes: (i: number) => Partial<MatchableListing>) =>
    Array.from({ length: count }, (_, i) => listing(changes(i)));

  test("every fifth place is outside of the learner's interests, said so with what marks it", () => {
    const answer = match(
      [...many(30, () => ({ subClusters: ["010204"] })), ...many(10, () => ({ subClusters: ["040104"] }))],
      likes("realistic"),
      20,
    );
    expect(answer.matches.flatMap(({ stretch }, i) => (stretch ? [i] : []))).toEqual([4, 9, 14, 19]);
    expect(answer.matches[4]?.reasons[0]).toEqual({ kind: "outside", themes: ["social"] });
    expect(answer.fitting).toBe(30);
  });

  test("one organization has at most two of the first twelve places while there are others", () => {
    const big = many(20, () => ({ organizationId: "big", confirmedAt: inDays(-1) }));
    const answer = match([...big, ...many(12, (i) => ({ organizationId: `small-${i}` }))], likes("realistic"), 12);
    expect(ids(answer).filter((id) => big.some((each) => each.id === id))).toHaveLength(2);
  });

  test("one organization fills the page when there is nothing else", () => {
    expect(
      match(
        many(12, () => ({ organizationId: "only" })),
        likes("realistic"),
        12,
      ).matches,
    ).toHaveLength(12);
  });

  test("one kind has at most half of the first twelve places while there are others", () => {
    const mentors = many(20, () => ({ kind: "Mentorship", confirmedAt: inDays(-1) }));
    const answer = match([...mentors, ...many(20, () => ({ kind: "WorksiteTour" }))], likes("realistic"), 12);
    expect(ids(answer).filter((id) => mentors.some((each) => each.id === id))).toHaveLength(6);
  });
});

describe("what is not open yet", () => {
  test("comes last, the best first, with what stands in the way and until when", () => {
    const eleventh = listing({ gradeMin: 11, subClusters: ["010104"] });
    const sixteen = listing({ ageMin: 16 });
    const answer = match([eleventh, sixteen, listing({ gradeMax: 8 })], { ...likes("realistic"), grade: 9 });
    expect(answer.matches).toEqual([]);
    expect(answer.later).toEqual([
      { id: sixteen.id, limit: "age", from: 16, opens: { year: 2027, month: 8 }, miles: null },
      { id: eleventh.id, limit: "grade", from: 11, opens: { year: 2028, month: 8 }, miles: null },
    ]);
    expect(answer.leftOut.grade).toBe(3);
  });

  test("promises no day after which nobody can ask any more", () => {
    const [soon] = match([listing({ ageMin: 16, lastInstant: inDays(30) })], {
      ...NOBODY,
      born: { year: 2011, month: 4 },
    }).later;
    const [late] = match([listing({ ageMin: 16, lastInstant: inDays(90) })], {
      ...NOBODY,
      born: { year: 2011, month: 4 },
    }).later;
    expect([soon?.opens, late?.opens]).toEqual([null, { year: 2027, month: 4 }]);
  });

  test("is about what fits: the rest is only counted", () => {
    const answer = match([listing({ ageMin: 16, subClusters: ["040104"] })], { ...likes("realistic"), grade: 9 });
    expect(answer.later).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { THEMES, type Scores, type Theme } from "../interests/riasec.ts";
import type { Learner } from "./learner.ts";
import { indexListings, type MatchableListing, type ReferenceSubCluster } from "./match-index.ts";
import { matchListings } from "./match.ts";

const NOW = new Date("2027-02-09T20:30:00Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const scoresOf = (...high: Theme[]) =>
  Object.fromEntries(THEMES.map((theme) => [theme, high.includes(theme) ? 6 : 2])) as Scores;
const sub = (code: string, ...high: Theme[]): ReferenceSubCluster => ({
  code,
  clusterCode: `${code.slice(0, 4)}00`,
  scores: scoresOf(...high),
});
const TRADES = sub("010204", "realistic");
const ROBOTICS = sub("010104", "realistic", "investigative");
const FINE_ARTS = sub("020103", "artistic");
const TEACHING = sub("040104", "social");
const SALES = sub("060304", "enterprising");
const REFERENCE = [TRADES, ROBOTICS, FINE_ARTS, TEACHING, SALES];

let made = 0;
const listing = (changes: Partial<MatchableListing> = {}): MatchableListing => ({
  id: `listing-${++made}`,
  organizationId: `organization-${made}`,
  kind: ["Mentorship", "JobShadowing", "PaidInternship"][made % 3]!,
  subClusters: ["010204"],
  pathways: [],
  gradeMin: null,
  gradeMax: null,
  ageMin: null,
  ageMax: null,
  schoolIds: [],
  onlyGrades: [],
  remote: false,
  point: null,
  lastInstant: null,
  when: [],
  publishedAt: inDays(-60),
  confirmedAt: inDays(-20),
  ...changes,
});
const NOBODY: Learner = {
  interests: null,
  clusters: [],
  pathways: [],
  grade: null,
  schoolId: null,
  point: null,
  withinMiles: null,
  when: [],
};
const likes = (...top: Theme[]): Learner => ({ ...NOBODY, interests: { scores: scoresOf(...top), top } });
const match = (listings: MatchableListing[], learner: Learner, limit = 24) =>
  matchListings(indexListings(listings, REFERENCE), learner, NOW, limit);
const ids = (answer: ReturnType<typeof match>) => answer.matches.map(({ id }) => id);

describe("what is never shown", () => {
  test.each<[string, Partial<MatchableListing>, Partial<Learner>, string]>([
    ["asked for too late", { lastInstant: inDays(-1) }, {}, "over"],
    ["for higher grades", { gradeMin: 11 }, { grade: 10 }, "grade"],
    ["for lower grades", { gradeMax: 8 }, { grade: 10 }, "grade"],
    ["for those who are older than anyone usually is in the grade", { ageMin: 18 }, { grade: 10 }, "grade"],
    ["for younger ones", { ageMax: 13 }, { grade: 10 }, "grade"],
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

  test("the same pathway before its sub-cluster before its cluster", () => {
    const welding = { slug: "welding", subClusters: ["010104"] };
    const inCluster = listing({ subClusters: ["010101"] });
    const inSubCluster = listing({ subClusters: ["010104"] });
    const inPathway = listing({ subClusters: [], pathways: ["welding"] });
    const reference = [...REFERENCE, sub("010101", "investigative")];
    const answer = matchListings(
      indexListings([inCluster, inSubCluster, inPathway], reference),
      { ...NOBODY, pathways: [welding] },
      NOW,
      24,
    );
    expect(ids(answer)).toEqual([inPathway.id, inSubCluster.id, inCluster.id]);
    expect(answer.matches[0]?.reasons).toContainEqual({ kind: "pathway", slug: "welding" });
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
    const answer = match(
      [
        ...many(20, () => ({ organizationId: "big", confirmedAt: inDays(-1) })),
        ...many(12, (i) => ({ organizationId: `small-${i}` })),
      ],
      likes("realistic"),
      12,
    );
    expect(answer.matches.filter(({ id }) => Number(id.slice(8)) <= made - 12)).toHaveLength(2);
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
    const answer = match(
      [
        ...many(20, () => ({ kind: "Mentorship", confirmedAt: inDays(-1) })),
        ...many(20, () => ({ kind: "WorksiteTour" })),
      ],
      likes("realistic"),
      12,
    );
    expect(answer.matches.filter(({ id }) => Number(id.slice(8)) <= made - 20)).toHaveLength(6);
  });
});

describe("for any list and any learner", () => {
  const anyListing = fc.record<Partial<MatchableListing>>({
    organizationId: fc.constantFrom("a", "b", "c"),
    kind: fc.constantFrom(null, "Mentorship", "PaidInternship"),
    subClusters: fc.subarray([...REFERENCE.map(({ code }) => code), "999999"]),
    pathways: fc.subarray(["welding", "teaching"]),
    gradeMin: fc.option(fc.integer({ min: 0, max: 12 })),
    gradeMax: fc.option(fc.integer({ min: 0, max: 12 })),
    ageMin: fc.option(fc.integer({ min: 0, max: 99 })),
    ageMax: fc.option(fc.integer({ min: 0, max: 99 })),
    remote: fc.boolean(),
    point: fc.option(
      fc.record({
        latitude: fc.double({ min: -90, max: 90, noNaN: true }),
        longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      }),
    ),
    lastInstant: fc.option(fc.integer({ min: -90, max: 90 }).map(inDays)),
    when: fc.subarray(["weekend", "after_school", "flexible"]),
    publishedAt: fc.integer({ min: -400, max: 0 }).map(inDays),
    confirmedAt: fc.integer({ min: -400, max: 1 }).map(inDays),
  });
  const anyLearner = fc.record<Learner>({
    interests: fc.option(fc.subarray([...THEMES]).map((top) => ({ scores: scoresOf(...top), top }))),
    clusters: fc.subarray(["010100", "040100", "990000"]),
    pathways: fc.subarray([
      { slug: "welding", subClusters: ["010204"] },
      { slug: "teaching", subClusters: [] },
    ]),
    grade: fc.option(fc.integer({ min: 0, max: 12 })),
    schoolId: fc.option(fc.constantFrom("north", "south")),
    point: fc.option(fc.record({ latitude: fc.constant(41.5), longitude: fc.constant(-90.5) })),
    withinMiles: fc.option(fc.constantFrom(2, 25)),
    when: fc.subarray(["weekend", "after_school"]),
  });

  test("nothing ineligible, no listing twice, finite scores, the same answer again, a longer one begins the same", () => {
    fc.assert(
      fc.property(fc.array(anyListing, { maxLength: 40 }), anyLearner, (changes, learner) => {
        const listings = changes.map((change) => listing(change));
        const byId = new Map(listings.map((each) => [each.id, each]));
        const answer = match(listings, learner, 24);
        for (const { id, score, miles } of answer.matches) {
          const shown = byId.get(id)!;
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect((shown.lastInstant ?? inDays(1)) > NOW).toBe(true);
          if (learner.grade !== null) {
            expect(shown.gradeMin ?? 0).toBeLessThanOrEqual(learner.grade);
            expect(shown.gradeMax ?? 12).toBeGreaterThanOrEqual(learner.grade);
            expect(shown.ageMin ?? 0).toBeLessThanOrEqual(learner.grade + 6);
          }
          if (learner.point && learner.withinMiles && !shown.remote)
            expect(miles).toBeLessThanOrEqual(learner.withinMiles);
        }
        expect(new Set(ids(answer)).size).toBe(answer.matches.length);
        expect(match(listings, learner, 24)).toEqual(answer);
        expect(ids(match(listings, learner, 12))).toEqual(ids(answer).slice(0, 12));
      }),
    );
  });
});

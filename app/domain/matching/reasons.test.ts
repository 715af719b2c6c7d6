/** Whatever the list and the learner: rules hold, answers repeat, and no reason is given that does not count. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { THEMES } from "../interests/riasec.ts";
import { DAY, ids, inDays, listing, match, NOW, REFERENCE, scoresOf as likings } from "#tests/support/matchables.ts";
import type { Learner } from "./learner.ts";
import { indexListings, type MatchableListing } from "./match-index.ts";
import { TO_MIND, type Reason } from "./reasons.ts";
import { prepare, scoresOf } from "./terms.ts";

const near = fc.double({ min: -0.3, max: 0.3, noNaN: true });
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
  point: fc.option(fc.record({ latitude: near.map((by) => 41.5 + by), longitude: near.map((by) => by - 90.5) })),
  lastInstant: fc.option(fc.integer({ min: -90, max: 90 }).map(inDays)),
  when: fc.subarray(["weekend", "after_school", "flexible"]),
  transport: fc.subarray(["walkable", "bus", "ride_offered", "car_needed"]),
  skills: fc.subarray(["welding", "Math", "cooking"]),
  brings: fc.subarray(["paid", "credit", "hours"]),
  languages: fc.subarray(["en", "es", "vi"]),
  seen: fc.integer({ min: 0, max: 500 }),
  publishedAt: fc.integer({ min: -400, max: 0 }).map(inDays),
  confirmedAt: fc.integer({ min: -400, max: 1 }).map(inDays),
});
const anyLearner = fc.record<Learner>({
  interests: fc.option(fc.subarray([...THEMES]).map((top) => ({ scores: likings(...top), top }))),
  clusters: fc.subarray(["010100", "040100", "990000"]),
  pathways: fc.subarray([
    { slug: "welding", subClusters: ["010204"] },
    { slug: "teaching", subClusters: [] },
  ]),
  grade: fc.option(fc.integer({ min: 0, max: 12 })),
  age: fc.option(fc.integer({ min: 5, max: 20 })),
  born: fc.option(fc.record({ year: fc.integer({ min: 2006, max: 2020 }), month: fc.integer({ min: 1, max: 12 }) })),
  schoolId: fc.option(fc.constantFrom("north", "south")),
  groups: fc.subarray(["Health academy"]),
  point: fc.option(fc.record({ latitude: fc.constant(41.5), longitude: fc.constant(-90.5) })),
  withinMiles: fc.option(fc.constantFrom(2, 25)),
  travel: fc.subarray(["walk", "bus", "ride"]),
  when: fc.subarray(["weekend", "after_school"]),
  skills: fc.subarray(["welding", "math"]),
  needs: fc.subarray(["paid", "hours"]),
  languages: fc.subarray(["en", "es", "so"]),
  more: fc.subarray(["010200", "Mentorship"]),
  less: fc.subarray(["040100", "PaidInternship"]),
});
const manyListings = fc.array(anyListing, { maxLength: 40 }).map((changes) => changes.map((change) => listing(change)));

describe("for any list and any learner", () => {
  test("nothing ineligible, no listing twice, finite scores, the same answer again, a longer one begins the same", () => {
    fc.assert(
      fc.property(manyListings, anyLearner, (listings, learner) => {
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
          }
          if (learner.age !== null && learner.born === null) {
            expect(shown.ageMin ?? 0).toBeLessThanOrEqual(learner.age);
            expect(shown.ageMax ?? 99).toBeGreaterThanOrEqual(learner.age);
          }
          if (learner.point && learner.withinMiles && !shown.remote)
            expect(miles).toBeLessThanOrEqual(learner.withinMiles);
        }
        expect(new Set(ids(answer)).size).toBe(answer.matches.length);
        const later = answer.later.map(({ id }) => id);
        expect(ids(answer).filter((id) => later.includes(id))).toEqual([]);
        expect(match(listings, learner, 24)).toEqual(answer);
        expect(ids(match(listings, learner, 12))).toEqual(ids(answer).slice(0, 12));
      }),
    );
  });

  test("a reason is given only where the listing without the fact would score less", () => {
    fc.assert(
      fc.property(manyListings, anyLearner, (listings, learner) => {
        // A field asked for less often lowers a score with the same fact that raises it.
        const asked = { ...learner, less: [] };
        for (const { id, score, reasons } of match(listings, asked, 40).matches) {
          const row = listings.findIndex((each) => each.id === id);
          for (const reason of reasons.filter(({ kind }) => !TO_MIND.has(kind))) {
            const without = listings.with(row, { ...listings[row]!, ...withoutFact(reason, listings[row]!) });
            expect(scoreAt(without, row, asked), `${reason.kind} of ${JSON.stringify(listings[row])}`).toBeLessThan(
              score,
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The same row as if it did not have what the reason is about. */
function withoutFact(reason: Reason, { transport, brings }: MatchableListing): Partial<MatchableListing> {
  switch (reason.kind) {
    case "pathway":
      return { pathways: [] };
    case "prepares":
    case "cluster":
    case "pathway_field":
    case "related":
    case "theme":
    case "more":
      // Without a field it would be asked for by its kind.
      return { subClusters: [], kind: null };
    case "skills":
      return { skills: [] };
    case "brings":
      return { brings: brings.filter((need) => need !== reason.need) };
    case "speaks":
      return { languages: [] };
    case "distance":
      return reason.by === "ride_offered"
        ? { transport: transport.filter((way) => way !== "ride_offered") }
        : { point: null };
    case "remote":
      return { remote: false, point: null };
    case "when":
      return { when: [] };
    case "new":
      return { publishedAt: inDays(-400), confirmedAt: inDays(-400) };
    case "checked":
      return { confirmedAt: inDays(-400) };
    case "little_seen":
      return { seen: 5000 };
    default:
      throw new Error(`${reason.kind} is no reason of the score`);
  }
}

function scoreAt(listings: MatchableListing[], row: number, learner: Learner): number {
  const index = indexListings(listings, REFERENCE, { day: DAY });
  return scoresOf(index, prepare(index, learner, NOW))[row]!;
}

import { expect, it } from "vitest";
import { DAY, inDays, likes, listing, NOW, REFERENCE } from "#tests/support/matchables.ts";
import { goodMatches, hasGoodMatches } from "./good-matches.ts";
import { NOBODY, toldWhatFits } from "./learner.ts";
import { indexListings, type MatchableListing } from "./match-index.ts";
import { matchListings } from "./match.ts";

const indexOf = (...listings: MatchableListing[]) => indexListings(listings, REFERENCE, { day: DAY });
const all = { now: NOW, limit: 24 };

it("are of the interests or of a field or pathway that was chosen, and open", () => {
  const trades = listing({ subClusters: ["010204"] });
  const teaching = listing({ subClusters: ["040104"] });
  const index = indexOf(trades, teaching, listing({ lastInstant: inDays(-1) }), listing({ gradeMin: 12 }));
  const ids = (learner: Parameters<typeof goodMatches>[1]) => goodMatches(index, learner, all).map(({ id }) => id);
  expect(ids({ ...likes("realistic"), grade: 9 })).toEqual([trades.id]);
  expect(ids({ ...NOBODY, clusters: ["040100"] })).toEqual([teaching.id]);
  expect(ids({ ...NOBODY, pathways: [{ slug: "shop", subClusters: ["010204"] }], grade: 9 })).toEqual([trades.id]);
  // Only related to a choice, or told nothing: no good match.
  expect(ids({ ...NOBODY, clusters: ["010400"] })).toEqual([]);
  expect(ids(NOBODY)).toEqual([]);
  expect([toldWhatFits(NOBODY), toldWhatFits(likes("realistic"))]).toEqual([false, true]);
});

it("say the same score and reasons as the page", () => {
  const index = indexOf(...Array.from({ length: 9 }, (_, i) => listing({ seen: i, skills: i % 2 ? ["welding"] : [] })));
  const learner = { ...likes("realistic"), skills: ["welding"], grade: 10 };
  const page = new Map(matchListings(index, learner, NOW, 24).matches.map((match) => [match.id, match]));
  for (const match of goodMatches(index, learner, all)) {
    const { score, ...told } = page.get(match.id)!;
    expect(match).toMatchObject(told);
    expect(match.score).toBeCloseTo(score, 12);
  }
});

it("are looked for among some rows, and counted no further than asked", () => {
  const listings = Array.from({ length: 5 }, () => listing());
  const index = indexOf(...listings);
  const [match, ...none] = goodMatches(index, likes("realistic"), { ...all, among: [3] });
  expect([match?.id, none]).toEqual([listings[3]!.id, []]);
  expect(hasGoodMatches(index, likes("realistic"), { now: NOW, limit: 5 })).toBe(true);
  expect(hasGoodMatches(index, likes("realistic"), { now: NOW, limit: 6 })).toBe(false);
});

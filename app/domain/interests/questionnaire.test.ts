import fc from "fast-check";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { clustersByInterest, type SubClusterProfile } from "./clusters-by-interest.ts";
import {
  ACTIVITIES,
  ANSWERS,
  isPastStart,
  readAnswers,
  scoreAnswers,
  SCREENS,
  START,
  withMore,
  writeAnswers,
  type Answer,
  type Answers,
} from "./questionnaire.ts";
import { THEMES, type Scores, type Theme } from "./riasec.ts";

const allAnswered = (answer: (theme: Theme) => Answer): Answers =>
  Object.fromEntries(ACTIVITIES.map(({ id, theme }) => [id, answer(theme)]));
const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(ACTIVITIES.map(({ id }) => [id, fc.constantFrom(...ANSWERS)])),
  { requiredKeys: [] },
);

describe("the questionnaire", () => {
  test("asks each theme five times, once a screen, and never begins two screens with the same theme", () => {
    for (const theme of THEMES) expect(ACTIVITIES.filter((activity) => activity.theme === theme)).toHaveLength(5);
    for (const screen of SCREENS) expect(new Set(screen.map(({ theme }) => theme)).size).toBe(6);
    expect(new Set(SCREENS.map((screen) => screen[0]?.theme)).size).toBe(5);
    expect(new Set(ACTIVITIES.map(({ id }) => id)).size).toBe(30);
  });

  test.each(ANSWERS)("answering everything with %s is no preference", (answer) => {
    expect(scoreAnswers(allAnswered(() => answer))).toMatchObject({ standing: "flat", top: [] });
  });

  test.each(THEMES)("liking only what is %s puts that theme alone on top", (theme) => {
    const result = scoreAnswers(allAnswered((asked) => (asked === theme ? "like" : "dislike")));
    expect(result).toMatchObject({ standing: "clear", top: [theme] });
    expect(result.ranked[0]).toBe(theme);
    expect(result.scores[theme]).toBe(1);
  });

  test("every activity speaks for its own theme only: one like more raises that theme and no other", () => {
    const before = scoreAnswers(allAnswered(() => "unsure")).scores;
    for (const { id, theme } of ACTIVITIES) {
      const after = scoreAnswers({ ...allAnswered(() => "unsure"), [id]: "like" }).scores;
      for (const other of THEMES) expect(after[other] - before[other]).toBeCloseTo(other === theme ? 0.2 : 0);
    }
  });

  test("is not sure of anything on fewer than six answers, and a theme without answers neither draws nor repels", () => {
    expect(scoreAnswers({ fix_bike: "like" }).standing).toBe("too_few");
    expect(scoreAnswers({}).standing).toBe("too_few");
    const { scores, standing } = scoreAnswers({
      fix_bike: "like",
      build_shelf: "like",
      grow_food: "like",
      draw_comic: "dislike",
      play_band: "dislike",
      edit_video: "dislike",
    });
    expect(standing).toBe("clear");
    expect(scores).toMatchObject({ realistic: 1, artistic: -1, social: 0 });
  });
});

describe("the short start", () => {
  test("asks two of each theme, and twelve answers tell one theme from another", () => {
    for (const theme of THEMES) expect(START.filter((activity) => activity.theme === theme)).toHaveLength(2);
    for (const theme of THEMES) {
      const answers = Object.fromEntries(START.map((each) => [each.id, each.theme === theme ? "like" : "dislike"]));
      expect(scoreAnswers(answers)).toMatchObject({ standing: "clear", top: [theme], answered: 12 });
      expect(isPastStart(answers)).toBe(false);
    }
    expect(isPastStart({ write_story: "like" })).toBe(true);
  });
});

describe("a theme put right by hand", () => {
  test.each([1, -1] as const)("moves by %i and no other does, until it cannot go further", (by) => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...THEMES), (answers, theme) => {
        const own = ({ theme: its }: { theme: Theme }) => its === theme;
        const [before, after] = [answers, withMore(answers, theme, by)];
        const others = ACTIVITIES.filter((each) => !own(each));
        for (const { id } of others) expect(after[id]).toBe(before[id]);
        const hasOwn = ACTIVITIES.some((each) => own(each) && before[each.id] !== undefined);
        const [from, to] = [before, after].map((each) => scoreAnswers(each).scores[theme]) as [number, number];
        if (hasOwn && from * by < 1) expect((to - from) * by).toBeGreaterThan(0);
        if (hasOwn && from === by) expect(after).toEqual(before);
      }),
    );
  });

  test("can be said of a theme that nothing was answered of", () => {
    expect(scoreAnswers(withMore({}, "social", 1)).scores.social).toBe(1);
  });
});

describe("answers in an address", () => {
  test("come back as they went, however many there are", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(readAnswers(writeAnswers(answers))).toEqual(answers);
      }),
    );
  });

  test("junk is not an answer and never a fault", () => {
    expect(readAnswers("x2?9-1")).toEqual({ test_creek: "like", sort_files: "unsure" });
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void scoreAnswers(readAnswers(text))));
    expect(Object.keys(readAnswers("2".repeat(5000)))).toHaveLength(30);
  });
});

describe("the clusters an interest leads to", async () => {
  const rows = (await readFile("db/reference/sub-clusters.tsv", "utf8")).trim().split("\n").slice(1);
  const subClusters: SubClusterProfile[] = rows.map((row) => {
    const [code = "", clusterCode = "", , , ...numbers] = row.split("\t");
    return { code, clusterCode, scores: Object.fromEntries(THEMES.map((t, i) => [t, Number(numbers[i])])) as Scores };
  });
  const clustersOf = (...liked: Theme[]) =>
    clustersByInterest(
      scoreAnswers(allAnswered((theme) => (liked.includes(theme) ? "like" : "dislike"))).scores,
      subClusters,
    )
      .map(({ clusterCode }) => clusterCode)
      .slice(0, 3);

  test.each<[Theme, string]>([
    ["realistic", "010200"],
    ["investigative", "040200"],
    ["artistic", "020100"],
    ["social", "040100"],
    ["enterprising", "060300"],
    ["conventional", "030100"],
  ])("%s leads to %s among others", (theme, cluster) => {
    expect(clustersOf(theme)).toContain(cluster);
  });

  test("someone who likes everything is led nowhere in particular", () => {
    expect(clustersOf(...THEMES)).toEqual([]);
  });
});

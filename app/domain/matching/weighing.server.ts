/**
 * A district weighs the terms of its matches: within bounds, tried on a few made-up learners before it is saved, and back
 * to ours with one button. Readers meet the new order at once.
 */
import type { Database } from "#db/database.ts";
import { done, type Admin, type Context, type Outcome } from "../context.ts";
import { listPathways, listSchools, type District } from "../districts/districts.server.ts";
import { changeSettings, type Saved, type SettingsForm } from "../districts/settings.server.ts";
import { THEMES, type Scores, type Theme } from "../interests/riasec.ts";
import { NOBODY, type Learner } from "./learner.ts";
import { matchListings } from "./match.ts";
import { matchIndexOf } from "./matches.server.ts";
import { isStandard, type Weights } from "./weights.ts";

type WeightsSaved = Promise<Outcome<Saved, "changed_since_read">>;

export const saveMatchingWeights = (
  ctx: Context<Admin>,
  { version, idempotencyKey, ...weights }: Weights & SettingsForm,
): WeightsSaved => keep(ctx, { version, idempotencyKey }, isStandard(weights) ? null : weights);

export const restoreMatchingWeights = (ctx: Context<Admin>, form: SettingsForm): WeightsSaved => keep(ctx, form, null);

const keep = (ctx: Context<Admin>, form: SettingsForm, matchingWeights: Weights | null) =>
  changeSettings(ctx, "matching", form, () => Promise.resolve(done({ columns: { matchingWeights } })));

/** Whom a change is tried on; their words are the page's. */
export const SAMPLES = ["builds", "helps", "creates", "pathway"] as const;
export type Sample = (typeof SAMPLES)[number];
/** Places that are compared. */
const FIRST = 10;

export interface SampleChange {
  sample: Sample;
  /** Ids of listings, best first. */
  comes: string[];
  goes: string[];
}

/** Which of the first ten come and go for each sample, against the weights in force. */
export async function previewWeights(
  db: Database,
  district: District,
  weights: Weights,
  now: Date,
): Promise<SampleChange[]> {
  const [index, samples] = await Promise.all([matchIndexOf(db, district, now), sampleLearners(db, district)]);
  return SAMPLES.map((sample) => {
    const [before = [], after = []] = [index, { ...index, weights }].map((each) =>
      matchListings(each, samples[sample], now, FIRST).matches.map(({ id }) => id),
    );
    return {
      sample,
      comes: after.filter((id) => !before.includes(id)),
      goes: before.filter((id) => !after.includes(id)),
    };
  });
}

/** At the district's own schools and on its first pathway. */
async function sampleLearners(db: Database, { id, ...center }: District): Promise<Record<Sample, Learner>> {
  const [schools, pathways] = await Promise.all([listSchools(db, id), listPathways(db, id)]);
  const at = (nth: number) => {
    const { latitude, longitude } = schools[nth % Math.max(1, schools.length)] ?? center;
    return { point: { latitude, longitude } };
  };
  const [pathway] = pathways;
  return {
    builds: { ...NOBODY, ...at(0), ...likes("realistic", "investigative"), grade: 11, travel: ["bus"] },
    helps: { ...NOBODY, ...at(1), ...likes("social"), grade: 9, travel: ["walk", "bus"], when: ["after_school"] },
    creates: { ...NOBODY, ...at(2), ...likes("artistic", "enterprising"), grade: 12, travel: ["ride"] },
    pathway: { ...NOBODY, ...at(0), pathways: pathway ? [pathway] : [], grade: 10, when: ["summer"] },
  };
}

const likes = (...top: Theme[]): Pick<Learner, "interests"> => ({
  interests: {
    top,
    scores: Object.fromEntries(THEMES.map((theme) => [theme, top.includes(theme) ? 1 : -1])) as Scores,
  },
});

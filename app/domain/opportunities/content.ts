/**
 * What a partner writes, step by step. A draft is lenient: anything may be empty, but what is there must be well
 * formed, so that whatever is stored can be shown. `submissionProblems` is the stricter rule for sending to review.
 */
import { z } from "zod";
import { HAZARD_CODES } from "./child-labor-rules.ts";
import { ACCESS, CLEARANCES, COSTS, DAYS, DOCUMENTS, PAY, SETTINGS, SPOKEN_LANGUAGES, TRANSPORT } from "./choices.ts";
import { day, line, matching, orNull, someOf, text, timeOfDay, usState, within, zipCode } from "./field-schemas.ts";
import { KIND_CODES } from "./kinds.ts";
import { LONGEST, LONGEST_SKILL, MOST_SKILLS, MOST_SUB_CLUSTERS } from "./limits.ts";
import { siteRows } from "./other-sites.ts";
import { tidyLine } from "./plain-text.ts";
import { MOST_QUESTIONS } from "./questions.ts";
import { shiftRows } from "./shifts.ts";
import { STEPS, type Step } from "./steps.ts";

const skills = z
  .string()
  .overwrite(tidyLine)
  .max(LONGEST.skills)
  .optional()
  .transform((typed, issues) => {
    const words = [...new Set((typed ?? "").split(",").map((word) => word.trim()))].filter(Boolean);
    if (words.length > MOST_SKILLS) issues.addIssue({ code: "custom", message: "partner:errors.skills_many" });
    if (words.some((word) => word.length > LONGEST_SKILL))
      issues.addIssue({ code: "custom", message: "partner:errors.skills_long" });
    return words;
  });
const questions = z
  .array(z.string().overwrite(tidyLine).max(LONGEST.question).optional())
  .default([])
  .transform((typed, issues) => {
    const asked = typed.flatMap((question) => question || []);
    if (asked.length > MOST_QUESTIONS) issues.addIssue({ code: "custom", message: "posting:errors.questions_many" });
    return asked;
  });
const title = z
  .string({ error: ({ code, input }) => (code === "invalid_type" && !input ? "partner:errors.missing.title" : null) })
  .overwrite(tidyLine)
  .min(1, { error: "partner:errors.missing.title", abort: true })
  .max(LONGEST.title)
  .regex(/[\p{L}\p{N}]/u, { error: "partner:errors.title_words" });

export const STEP_FIELDS = {
  basics: {
    kind: z.enum(KIND_CODES).optional().transform(orNull),
    title,
    summary: text(LONGEST.summary),
    language: z.enum(["en", "es"]).default("en"),
  },
  what: {
    description: text(LONGEST.description),
    tasks: text(LONGEST.tasks),
    skills,
    subClusters: z
      .array(z.string().regex(/^\d{6}$/))
      .max(MOST_SUB_CLUSTERS, { error: "partner:errors.sub_clusters_many" })
      .default([]),
    places: within(1, 500),
  },
  when: {
    schedule: line(LONGEST.schedule),
    days: someOf(DAYS),
    startTime: timeOfDay,
    endTime: timeOfDay,
    hoursPerWeek: within(1, 60),
    startsOn: day,
    endsOn: day,
    closesOn: day,
  },
  shifts: { shifts: shiftRows },
  where: {
    setting: z.enum(SETTINGS).optional().transform(orNull),
    street: line(LONGEST.street),
    city: line(LONGEST.city),
    state: usState,
    zip: zipCode,
    transport: someOf(TRANSPORT),
    busStop: line(LONGEST.busStop),
    transportDetail: text(LONGEST.transportDetail),
    access: someOf(ACCESS),
  },
  sites: { otherSites: siteRows },
  who: {
    ageMin: within(5, 25),
    ageMax: within(5, 25),
    gradeMin: within(0, 12),
    gradeMax: within(0, 12),
    languages: someOf(SPOKEN_LANGUAGES),
    requirements: text(LONGEST.requirements),
    pay: z.enum(PAY).optional().transform(orNull),
    payDetail: line(LONGEST.payDetail),
    earnsCredit: z.boolean().default(false),
    serviceHours: z.boolean().default(false),
    cost: z.enum(COSTS).optional().transform(orNull),
    costDetail: line(LONGEST.costDetail),
    clearance: z.enum(CLEARANCES).optional().transform(orNull),
  },
  safety: {
    hazards: someOf(HAZARD_CODES),
  },
  asking: {
    howToAsk: text(LONGEST.howToAsk),
    questions,
    documents: someOf(DOCUMENTS),
    contactName: line(LONGEST.contactName),
    contactEmail: z.email({ error: "partner:errors.email" }).max(LONGEST.contactEmail).optional().transform(orNull),
    contactPhone: matching(/^[0-9()+.\-/ x#]{7,40}$/i, "partner:errors.phone"),
  },
  spanish: {
    titleEs: line(LONGEST.title),
    summaryEs: text(LONGEST.summary),
    descriptionEs: text(LONGEST.description),
    requirementsEs: text(LONGEST.requirements),
  },
} as const satisfies Record<Step, z.ZodRawShape>;

const allFields = z.object({
  ...STEP_FIELDS.basics,
  ...STEP_FIELDS.what,
  ...STEP_FIELDS.when,
  ...STEP_FIELDS.shifts,
  ...STEP_FIELDS.where,
  ...STEP_FIELDS.sites,
  ...STEP_FIELDS.who,
  ...STEP_FIELDS.safety,
  ...STEP_FIELDS.asking,
  ...STEP_FIELDS.spanish,
});
export type DraftContent = z.output<typeof allFields>;
export type Field = keyof DraftContent;

const ORDERED = [
  ["startsOn", "endsOn", "partner:errors.ends_before_start"],
  ["closesOn", "endsOn", "partner:errors.closes_after_end"],
  ["startTime", "endTime", "partner:errors.time_order"],
  ["ageMin", "ageMax", "partner:errors.age_order"],
  ["gradeMin", "gradeMax", "partner:errors.grade_order"],
] as const satisfies readonly [Field, Field, string][];

/** Adds an issue for each pair that stands the wrong way round, on the field a partner would change. */
function checkOrder(content: Partial<Record<Field, unknown>>, issues: z.RefinementCtx) {
  for (const [low, high, message] of ORDERED) {
    const [from, to] = [content[low] ?? null, content[high] ?? null];
    if (from === null || to === null || from <= to) continue;
    issues.addIssue({ code: "custom", path: [low === "closesOn" ? low : high], message });
  }
}

/** The schema of one step's form; `extra` are the form's own fields (its key, the version it was shown). */
export const stepSchema = <S extends Step, E extends z.ZodRawShape>(step: S, extra: E) =>
  z.object({ ...STEP_FIELDS[step], ...extra }).superRefine(checkOrder);

const { setting, street, city, state, zip } = STEP_FIELDS.where;
const { gradeMin, gradeMax, ageMin, pay } = STEP_FIELDS.who;
export const FIRST = {
  ...STEP_FIELDS.basics,
  ...{ setting, street, city, state, zip },
  ...{ schedule: STEP_FIELDS.when.schedule, closesOn: STEP_FIELDS.when.closesOn },
  ...{ gradeMin, gradeMax, ageMin, pay },
  howToAsk: STEP_FIELDS.asking.howToAsk,
};
/** What a new opportunity is asked for at once: with these it may be sent. */
export const FIRST_FIELDS = Object.keys(FIRST) as (keyof typeof FIRST)[];
export const firstSchema = <E extends z.ZodRawShape>(extra: E) =>
  z.object({ ...FIRST, ...extra }).superRefine(checkOrder);

/** The schema of everything, for what was stored. */
export const draftSchema = allFields.superRefine(checkOrder);

export const stepOf = (field: Field): Step => STEPS.find((step) => Object.hasOwn(STEP_FIELDS[step], field)) ?? "basics";

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { Context } from "#app/domain/context.ts";
import { getDistrict, isOffered, listPathways, listSchools } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { RADII, TIMES, TRAVEL } from "#app/domain/interests/interest-profile.ts";
import { countAnswers, scoreAnswers } from "#app/domain/interests/questionnaire.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import { SPOKEN_LANGUAGES } from "#app/domain/opportunities/choices.ts";
import type { Relative } from "#app/domain/people/guardianships.server.ts";
import { getStudentProfile, saveStudentProfile, type Whose } from "#app/domain/people/student-profiles.server.ts";
import { NEEDS, SKILLS } from "#app/domain/people/student-profile.ts";
import { sayDay, sayTime } from "#app/i18n/format-dates.ts";
import { notFound } from "./id-param.ts";
import { answerChange } from "./transition.server.ts";

const MOST = 30;
const orNull = <T>(value: T | undefined) => value ?? null;
const anyOf = <T extends string>(values: readonly T[]) => z.array(z.enum(values)).max(values.length).default([]);
const AGES = { min: 1900, max: 2200 };

const Profile = z
  .object({
    idempotencyKey: z.uuid(),
    version: z.number().int().min(0),
    forgetAnswers: z.boolean().default(false),
    schoolId: z.guid().optional().transform(orNull),
    grade: z.number().int().min(0).max(12).optional().transform(orNull),
    birthMonth: z.number().int().min(1).max(12).optional().transform(orNull),
    birthYear: z.number().int().min(AGES.min).max(AGES.max).optional().transform(orNull),
    clusters: z
      .array(z.string().regex(/^\d{6}$/))
      .max(MOST)
      .default([]),
    pathwayIds: z.array(z.guid()).max(MOST).default([]),
    freeAt: anyOf(TIMES),
    travel: anyOf(TRAVEL),
    withinMiles: z.number().pipe(z.literal(RADII)).optional().transform(orNull),
    zip: z
      .string()
      .regex(/^\d{5}$/, { error: "learner:profile.zip_form" })
      .optional()
      .transform(orNull),
    languages: anyOf(SPOKEN_LANGUAGES),
    needs: anyOf(NEEDS),
    skills: anyOf([...SKILLS.keys()]),
  })
  .refine(({ birthMonth, birthYear }) => (birthMonth === null) === (birthYear === null), {
    path: ["birthYear"],
    error: "learner:profile.birth_both",
  });

/** The form as it is kept, and the district's own choices in the reader's language. */
export async function readProfilePage(ctx: Context<Relative>, args: LoaderFunctionArgs, whose: Whose) {
  const { locale } = args.context;
  const [known, district] = await Promise.all([
    getStudentProfile(ctx, whose),
    getDistrict(ctx.db, ctx.actor.districtId),
  ]);
  if (!known || !district) throw notFound();
  const [schools, pathways, clusters] = await Promise.all([
    listSchools(ctx.db, district.id, { retiredToo: true }),
    listPathways(ctx.db, district.id, { retiredToo: true }),
    listCareerClusters(ctx.db, district.clusterWording),
  ]);
  const { profile, answers, version, name, parents, changed } = known;
  const named = (each: { name: string; nameEs: string }) => (locale === "es" ? each.nameEs : each.name);
  const school = schools.find(({ id }) => id === profile.schoolId);
  return {
    ...{ name, parents },
    district: district.slug,
    values: { ...profile, ...inText(profile) },
    answered: countAnswers(answers),
    top: scoreAnswers(answers).top,
    lastBell: school ? sayTime(school.dayEndsAt, locale) : null,
    changed: changed && { by: changed.by, on: sayDay(localDate(changed.at, district.timeZone), locale) },
    read: { version, idempotencyKey: crypto.randomUUID() },
    choices: {
      schools: schools
        .filter((each) => isOffered(each) || each.id === profile.schoolId)
        .map(({ id, name }) => ({ value: id, label: name })),
      pathways: pathways
        .filter((each) => isOffered(each) || profile.pathwayIds.includes(each.id))
        .map((each) => ({ value: each.id, label: named(each) })),
      clusters: clusters.map((each) => ({ value: each.code, label: named(each) })),
      skills: [...SKILLS].map(([value, words]) => ({ value, label: words[locale] })),
    },
  };
}

export type ProfilePage = Awaited<ReturnType<typeof readProfilePage>>;

/** What a form field holds of what may be null. */
function inText(profile: { [K in "schoolId" | "zip"]: string | null } & Record<Numbers, number | null>) {
  const text = (value: number | string | null) => (value === null ? "" : String(value));
  return {
    schoolId: text(profile.schoolId),
    grade: text(profile.grade),
    birthMonth: text(profile.birthMonth),
    birthYear: text(profile.birthYear),
    withinMiles: text(profile.withinMiles),
    zip: text(profile.zip),
  };
}
type Numbers = "grade" | "birthMonth" | "birthYear" | "withinMiles";

export function answerProfileForm(ctx: Context<Relative>, args: ActionFunctionArgs, whose: Whose, next: string) {
  return answerChange(args, {
    schema: Profile,
    verb: ({ idempotencyKey, version, forgetAnswers, ...profile }) =>
      saveStudentProfile(ctx, { ...whose, idempotencyKey, version, forgetAnswers, profile }),
    refusals: {
      changed_since_read: "learner:profile.changed_since_read",
      unknown_choice: "learner:profile.unknown_choice",
      unknown_zip: { field: "zip", message: "learner:profile.unknown_zip" },
      too_young: { field: "birthYear", message: "learner:profile.too_young" },
    },
    next: () => next,
  });
}

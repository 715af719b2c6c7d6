import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Context } from "#app/domain/context.ts";
import { getDistrict, listPathways, type District } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { NOTHING_TOLD, writeProfile } from "#app/domain/interests/interest-profile.ts";
import { countAnswers, type Answers } from "#app/domain/interests/questionnaire.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import { matchesForStudent, type MatchForStudent } from "#app/domain/matching/for-student.server.ts";
import { hasChosen } from "#app/domain/mail/preferences.server.ts";
import { listFamily } from "#app/domain/people/family-links.server.ts";
import type { Relative } from "#app/domain/people/guardianships.server.ts";
import { getStudentProfile, type KnownStudent } from "#app/domain/people/student-profiles.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { cardOf } from "#app/ui/list/card-of.ts";

const SHOWN = { one: 12, each: 6 };

type Named = { name: string; nameEs: string };

/** A section a learner: oneself, or each child that is linked. */
export async function readForYou(ctx: Context<Relative>, args: LoaderFunctionArgs) {
  const { db, actor, now } = ctx;
  const district = await getDistrict(db, actor.districtId);
  if (!district) throw notFound();
  const links = actor.kind === "parent" ? (await listFamily(ctx)).confirmed.map(({ id }) => id) : [null];
  const found = await Promise.all(links.map((guardianshipId) => getStudentProfile(ctx, { guardianshipId })));
  const [clusters, pathways] = await Promise.all([
    listCareerClusters(db, district.clusterWording),
    listPathways(db, district.id),
  ]);
  const { locale } = args.context;
  const words = (each: Named) => (locale === "es" ? each.nameEs : each.name);
  const limit = links.length > 1 ? SHOWN.each : SHOWN.one;
  const sections = await Promise.all(
    links.map(async (guardianshipId, i) => {
      const known = found[i];
      if (!known) return [];
      const { matches, fitting, hasSaid } = await matchesForStudent(db, district, known, { now, limit });
      return [
        {
          key: guardianshipId ?? "own",
          name: known.name,
          profile: guardianshipId ? paths.account.familyProfile(guardianshipId) : paths.account.profile(),
          hasSaid,
          answered: countAnswers(known.answers),
          place: known.profile.zip,
          fitting,
          publicMatches: paths.matches(locale, district.slug, addressOf(known, pathways)),
          cards: matches.map((each) => shown(each, { locale, district })),
        },
      ];
    }),
  );
  return {
    district: district.slug,
    // Asked once: a yes and a no are both an answer.
    asksForMail: sections.flat().length > 0 && !(await hasChosen(db, actor.userId, "new_places")),
    today: localDate(now, district.timeZone),
    sections: sections.flat(),
    names: {
      clusters: Object.fromEntries(clusters.map((each) => [each.code, words(each)])),
      pathways: Object.fromEntries(pathways.map((each) => [each.slug, words(each)])),
    },
  };
}

export type ForYouPage = Awaited<ReturnType<typeof readForYou>>;

function shown({ listing, match }: MatchForStudent, { locale, district }: { locale: "en" | "es"; district: District }) {
  const { id, reasons, stretch, miles } = match;
  const card = cardOf(listing, { locale, district: district.slug, distanceMiles: miles });
  return { id, card, reasons, stretch };
}

/** Where they live and what they need stays here. */
function addressOf(
  { profile, answers }: { profile: KnownStudent["profile"]; answers: Answers },
  pathways: readonly { id: string; slug: string }[],
): URLSearchParams {
  const { clusters, grade, freeAt, pathwayIds } = profile;
  const slugs = pathways.filter(({ id }) => pathwayIds.includes(id)).map(({ slug }) => slug);
  return writeProfile({ ...NOTHING_TOLD, answers, clusters, pathways: slugs, grade, when: freeAt });
}

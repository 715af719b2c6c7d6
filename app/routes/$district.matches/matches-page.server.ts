import { listPathways, listSchools, type District } from "#app/domain/districts/districts.server.ts";
import { findPlace } from "#app/domain/districts/places.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { clustersByInterest, pathwaysByInterest } from "#app/domain/interests/clusters-by-interest.ts";
import {
  NOTHING_TOLD,
  readProfile,
  writeProfile,
  type InterestProfile,
  type Travel,
} from "#app/domain/interests/interest-profile.ts";
import {
  ACTIVITIES,
  isPastStart,
  scoreAnswers,
  START,
  START_SCREENS,
  withMore,
  writeAnswers,
  type Answers,
  type InterestResult,
} from "#app/domain/interests/questionnaire.ts";
import { THEMES } from "#app/domain/interests/riasec.ts";
import { isKind } from "#app/domain/opportunities/kinds.ts";
import { listCareerClusters, listSubClusters } from "#app/domain/interests/reference.server.ts";
import { listPublished, type PublishedListing } from "#app/domain/listings/published.server.ts";
import { clusterOf } from "#app/domain/interests/cluster-of.ts";
import { NOBODY, toldWhatFits, type Learner } from "#app/domain/matching/learner.ts";
import { likenessOf } from "#app/domain/matching/likeness.ts";
import { listGroups, listMatches } from "#app/domain/matching/matches.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { paths } from "#app/http/paths.ts";
import { cardOf } from "#app/ui/list/card-of.ts";

const PAGE = 12;
const MOST_SHOWN = 60;
const CLUSTERS_SHOWN = 4;
const PATHWAYS_SHOWN = 3;
/** Listings under each of them. */
const UNDER_EACH = 2;

/** Everything the page says, in the reader's language, with each listing as Postgres has it now. */
export async function readMatchesPage(context: RequestContext, district: District, asked: URLSearchParams) {
  const { db, now, locale } = context;
  const told = readProfile(asked);
  const [careerClusters, subClusters, pathways, schools, groups, place] = await Promise.all([
    listCareerClusters(db, district.clusterWording),
    listSubClusters(db),
    listPathways(db, district.id),
    listSchools(db, district.id),
    listGroups(db, district, now),
    told.place ? findPlace(db, district, told.place) : null,
  ]);
  const named = (thing: { name: string; nameEs: string }) => (locale === "es" ? thing.nameEs : thing.name);
  const isLikeness = (code: string) => isKind(code) || careerClusters.some((cluster) => cluster.code === code);
  // What the address names and the district does not have is not carried on.
  const profile: InterestProfile = {
    ...told,
    clusters: told.clusters.filter((code) => careerClusters.some((cluster) => cluster.code === code)),
    pathways: told.pathways.filter((slug) => pathways.some((pathway) => pathway.slug === slug)),
    groups: told.groups.filter((group) => groups.includes(group)),
    ...{ more: told.more.filter(isLikeness), less: told.less.filter(isLikeness) },
  };
  const result = scoreAnswers(profile.answers);
  const learner: Learner = {
    ...NOBODY,
    interests: result.standing === "clear" ? { scores: result.scores, top: result.top } : null,
    clusters: profile.clusters,
    pathways: pathways
      .filter(({ slug }) => profile.pathways.includes(slug))
      .map(({ slug, subClusters: prepares }) => ({ slug, subClusters: prepares })),
    grade: profile.grade,
    schoolId: place?.kind === "school" ? (schools.find(({ name }) => name === place.label)?.id ?? null) : null,
    point: place,
    withinMiles: place ? profile.withinMiles : null,
    travel: place ? (profile.travel as Travel[]) : [],
    ...{ age: profile.age, when: profile.when, groups: profile.groups, more: profile.more, less: profile.less },
  };
  const shown = shownOf(asked.get("show"));
  // A longer answer begins with the shorter one: what follows the page stands under the fields and pathways it is of.
  const answer = await listMatches(db, district, learner, { now, limit: MOST_SHOWN + 1 });
  const listings = await listPublished(
    db,
    district,
    [...answer.matches, ...answer.later].map(({ id }) => id),
    now,
  );
  const shownAs = new Map(listings.map((listing) => [listing.id, listing]));
  const addressWith = (change: Partial<InterestProfile>) =>
    paths.matches(locale, district.slug, writeProfile({ ...profile, ...change }));
  const linked = (listing: PublishedListing, miles: number | null) => ({
    ...cardOf(listing, { locale, district: district.slug, distanceMiles: miles }),
    id: listing.id,
  });
  /** The two addresses that ask for more and for less of its field, or of its kind; null once either was asked for. */
  const likenessFor = ({ subClusters: its, content }: PublishedListing) => {
    const code = likenessOf({ subClusters: its, kind: content.kind });
    if (code === null || [...profile.more, ...profile.less].includes(code)) return null;
    return {
      code,
      more: `${addressWith({ more: [...profile.more, code] })}#asked`,
      less: `${addressWith({ less: [...profile.less, code] })}#asked`,
    };
  };
  /** The best of those that fit, to stand under a field or a pathway. */
  const someOf = (is: (listing: PublishedListing) => boolean) =>
    answer.matches
      .flatMap(({ id, stretch }) => (stretch ? [] : (shownAs.get(id) ?? [])))
      .filter(is)
      .slice(0, UNDER_EACH)
      .map(({ content, slug }) => ({ title: content.title, href: paths.listing(locale, district.slug, slug) }));
  /** Null: the theme cannot go further that way. */
  const movedTo = (answers: Answers) => {
    if (writeAnswers(answers) === writeAnswers(profile.answers)) return null;
    const params = writeProfile({ ...profile, answers });
    // Who moves one theme may move the next: the steps stay open.
    params.set("tune", "1");
    return `${paths.matches(locale, district.slug, params)}#not-you`;
  };
  const restOf = (told: InterestProfile) => {
    const params = writeProfile(told);
    params.set("screen", String(START_SCREENS + 1));
    return paths.interests(locale, district.slug, params);
  };
  const clusterNames = Object.fromEntries(careerClusters.map((cluster) => [cluster.code, named(cluster)]));
  return {
    result: { ...result, total: ACTIVITIES.length } satisfies InterestResult & { total: number },
    address: writeProfile(profile).toString(),
    today: localDate(now, district.timeZone),
    place: place?.label ?? null,
    cards: answer.matches.slice(0, shown).flatMap(({ id, miles, reasons, stretch }) => {
      const listing = shownAs.get(id);
      return listing ? { listing: linked(listing, miles), reasons, stretch, likeness: likenessFor(listing) } : [];
    }),
    later: answer.later.flatMap(({ id, miles, ...notYet }) => {
      const listing = shownAs.get(id);
      return listing ? { listing: linked(listing, miles), notYet } : [];
    }),
    wishes: (["more", "less"] as const).flatMap((wish) =>
      profile[wish].map((code) => ({ wish, code, undo: addressWith({ [wish]: without(profile[wish], code) }) })),
    ),
    fitting: answer.fitting,
    leftOut: answer.leftOut,
    isPersonal: toldWhatFits(learner),
    more: shown < MOST_SHOWN && answer.matches.length > shown ? moreAfter(profile, shown) : null,
    wider: {
      distance: profile.withinMiles === null ? null : addressWith({ withinMiles: null }),
      grade: profile.grade === null ? null : addressWith({ grade: null }),
      choices:
        profile.clusters.length + profile.pathways.length === 0 ? null : addressWith({ clusters: [], pathways: [] }),
    },
    clusters: clustersByInterest(result.scores, subClusters)
      .slice(0, CLUSTERS_SHOWN)
      .map(({ clusterCode, subClusters: fitting }) => ({
        code: clusterCode,
        name: clusterNames[clusterCode] ?? clusterCode,
        examples: subClusters.filter(({ code }) => fitting.slice(0, 2).includes(code)).map(named),
        isChosen: profile.clusters.includes(clusterCode),
        href: addressWith({ clusters: toggled(profile.clusters, clusterCode) }),
        listings: someOf(({ subClusters: its }) => its.some((code) => clusterOf(code) === clusterCode)),
      })),
    pathways: pathwaysByInterest(result.scores, pathways, subClusters)
      .slice(0, PATHWAYS_SHOWN)
      .map((pathway) => ({
        slug: pathway.slug,
        name: named(pathway),
        isChosen: profile.pathways.includes(pathway.slug),
        href: addressWith({ pathways: toggled(profile.pathways, pathway.slug) }),
        listings: someOf(({ pathwayIds }) => pathwayIds.includes(pathway.id)),
      })),
    isTuning: asked.has("tune"),
    // In the hexagon's order, not by liking: what one presses again does not move away.
    themes: THEMES.map((theme) => ({
      theme,
      more: movedTo(withMore(profile.answers, theme, 1)),
      less: movedTo(withMore(profile.answers, theme, -1)),
    })),
    rest:
      isPastStart(profile.answers) || result.answered === 0
        ? null
        : { count: ACTIVITIES.length - START.length, href: restOf(profile) },
    filters: {
      answers: writeProfile({ ...NOTHING_TOLD, answers: profile.answers }).get("a") ?? "",
      grade: profile.grade,
      place: profile.place,
      isPlaceUnknown: profile.place !== "" && place === null,
      withinMiles: profile.withinMiles,
      schools: schools.map(({ name }) => name),
      when: profile.when,
      ...{ age: profile.age, travel: profile.travel, more: profile.more, less: profile.less },
      groups: groups.map((value) => ({ value, label: value, isChosen: profile.groups.includes(value) })),
      grades: gradesOf(schools),
      clusters: careerClusters.map((cluster) => ({
        value: cluster.code,
        label: named(cluster),
        isChosen: profile.clusters.includes(cluster.code),
      })),
      pathways: pathways.map((pathway) => ({
        value: pathway.slug,
        label: named(pathway),
        isChosen: profile.pathways.includes(pathway.slug),
      })),
    },
  };
}

export type MatchesPageContent = Awaited<ReturnType<typeof readMatchesPage>>;

const without = (codes: readonly string[], code: string) => codes.filter((other) => other !== code);
const toggled = (codes: readonly string[], code: string) =>
  codes.includes(code) ? without(codes, code) : [...codes, code];

function shownOf(text: string | null): number {
  const shown = Number(text);
  return Number.isInteger(shown) && shown > PAGE ? Math.min(shown, MOST_SHOWN) : PAGE;
}

function moreAfter(profile: InterestProfile, shown: number): string {
  const params = writeProfile(profile);
  params.set("show", String(Math.min(shown + PAGE, MOST_SHOWN)));
  return params.toString();
}

/** Of the district's own schools; sixth to twelfth when it named none. */
function gradesOf(schools: readonly { gradeMin: number; gradeMax: number }[]): number[] {
  const lowest = schools.length > 0 ? Math.min(...schools.map(({ gradeMin }) => gradeMin)) : 6;
  const highest = schools.length > 0 ? Math.max(...schools.map(({ gradeMax }) => gradeMax)) : 12;
  return Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
}

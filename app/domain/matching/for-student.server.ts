import type { Database } from "#db/database.ts";
import { listPathways, listSchools, type District } from "../districts/districts.server.ts";
import { pointOfZip } from "../districts/places.server.ts";
import { scoreAnswers } from "../interests/questionnaire.ts";
import type { KnownStudent } from "../people/student-profiles.server.ts";
import { listPublished, type PublishedListing } from "../listings/published.server.ts";
import { SKILLS, type Need, type StudentProfile } from "../people/student-profile.ts";
import { NOBODY, type Learner } from "./learner.ts";
import type { Match } from "./match.ts";
import { listMatches } from "./matches.server.ts";

/** A student's profile as matching reads it: who has said nothing is a learner who told nothing. */
export async function learnerOf(
  db: Database,
  district: District,
  { profile, answers }: Pick<KnownStudent, "profile" | "answers">,
): Promise<Learner> {
  const [schools, pathways, zipPoint] = await Promise.all([
    listSchools(db, district.id),
    listPathways(db, district.id),
    pointOfZip(db, profile.zip),
  ]);
  const { scores, top, standing } = scoreAnswers(answers);
  const point = zipPoint.latitude === null ? schools.find(({ id }) => id === profile.schoolId) : zipPoint;
  const { latitude = null, longitude = null } = point ?? {};
  const { birthYear, birthMonth } = profile;
  return {
    ...NOBODY,
    interests: standing === "clear" ? { scores, top } : null,
    clusters: profile.clusters,
    pathways: pathways.filter(({ id }) => profile.pathwayIds.includes(id)),
    grade: profile.grade,
    born: birthYear === null || birthMonth === null ? null : { year: birthYear, month: birthMonth },
    schoolId: profile.schoolId,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    withinMiles: profile.withinMiles,
    travel: profile.travel,
    when: profile.freeAt,
    // A listing names its skills in one language or the other.
    skills: profile.skills.flatMap((skill) => Object.values(SKILLS.get(skill) ?? {})),
  };
}

export interface MatchForStudent {
  listing: PublishedListing;
  match: Match;
  /** What of the student's own needs it brings, and which of their languages beside English are spoken there. */
  brings: Need[];
  speaks: StudentProfile["languages"];
}

/** Looked at for what a student needs: matching itself does not know of needs. */
const LOOKED_AT = 4;

/** Matches of one student. What brings all they need comes first, else in the order of matching. */
export async function matchesForStudent(
  db: Database,
  district: District,
  known: Pick<KnownStudent, "profile" | "answers">,
  { now, limit }: { now: Date; limit: number },
): Promise<{ matches: MatchForStudent[]; fitting: number }> {
  const learner = await learnerOf(db, district, known);
  const { matches, fitting } = await listMatches(db, district, learner, { now, limit: limit * LOOKED_AT });
  const byId = new Map(matches.map((match) => [match.id, match]));
  const listings = await listPublished(db, district, [...byId.keys()], now);
  const { needs, languages } = known.profile;
  const told = listings.map((listing) => ({
    listing,
    match: byId.get(listing.id)!,
    brings: needs.filter((need) => BRINGS[need](listing)),
    speaks: languages.filter((language) => language !== "en" && listing.content.languages.includes(language)),
  }));
  const bringsAll = ({ brings }: MatchForStudent) => brings.length === needs.length;
  const ordered = [...told.filter(bringsAll), ...told.filter((each) => !bringsAll(each))];
  return { matches: ordered.slice(0, limit), fitting };
}

const BRINGS: Record<Need, (listing: PublishedListing) => boolean> = {
  paid: ({ content }) => content.pay === "paid" || content.pay === "stipend",
  credit: ({ content }) => content.earnsCredit,
  hours: ({ content }) => content.kind === "ServiceLearning",
};

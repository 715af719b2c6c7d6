import type { Database } from "#db/database.ts";
import { listPathways, listSchools, type District } from "../districts/districts.server.ts";
import { pointsOfZips } from "../districts/places.server.ts";
import { scoreAnswers } from "../interests/questionnaire.ts";
import type { KnownStudent } from "../people/student-profiles.server.ts";
import { listPublished, type PublishedListing } from "../listings/published.server.ts";
import { SKILLS } from "../people/student-profile.ts";
import { NOBODY, toldWhatFits, type Learner } from "./learner.ts";
import type { Match } from "./match.ts";
import { listMatches } from "./matches.server.ts";

export type Told = Pick<KnownStudent, "profile" | "answers">;

/** Students' profiles as matching reads them, in order: who has said nothing is a learner who told nothing. */
export async function learnersOf(db: Database, district: District, students: readonly Told[]): Promise<Learner[]> {
  const [schools, pathways, zipPoints] = await Promise.all([
    listSchools(db, district.id),
    listPathways(db, district.id),
    pointsOfZips(
      db,
      students.flatMap(({ profile }) => profile.zip ?? []),
    ),
  ]);
  return students.map(({ profile, answers }) => {
    const { scores, top, standing } = scoreAnswers(answers);
    const school = schools.find(({ id }) => id === profile.schoolId);
    const { latitude = null, longitude = null } = zipPoints.get(profile.zip ?? "") ?? school ?? {};
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
      needs: profile.needs,
      languages: profile.languages,
    };
  });
}

export interface MatchForStudent {
  listing: PublishedListing;
  match: Match;
}

export interface MatchesForStudent {
  matches: MatchForStudent[];
  /** How many fit, or, of who did not tell what they like, are open. */
  fitting: number;
  hasSaid: boolean;
}

/** Matches of one student. */
export async function matchesForStudent(
  db: Database,
  district: District,
  told: Told,
  at: { now: Date; limit: number },
): Promise<MatchesForStudent> {
  const [learner = NOBODY] = await learnersOf(db, district, [told]);
  const { matches, fitting } = await listMatches(db, district, learner, at);
  const byId = new Map(matches.map((match) => [match.id, match]));
  const listings = await listPublished(db, district, [...byId.keys()], at.now);
  return {
    matches: listings.map((listing) => ({ listing, match: byId.get(listing.id)! })),
    fitting,
    hasSaid: toldWhatFits(learner),
  };
}

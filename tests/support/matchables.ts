import { THEMES, type Scores, type Theme } from "#app/domain/interests/riasec.ts";
import { NOBODY, type Learner } from "#app/domain/matching/learner.ts";
import { indexListings, type MatchableListing, type ReferenceSubCluster } from "#app/domain/matching/match-index.ts";
import { matchListings } from "#app/domain/matching/match.ts";

export const NOW = new Date("2027-02-09T20:30:00Z");
export const DAY = "2027-02-09";
export const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
export const scoresOf = (...high: Theme[]) =>
  Object.fromEntries(THEMES.map((theme) => [theme, high.includes(theme) ? 6 : 2])) as Scores;
export const sub = (code: string, ...high: Theme[]): ReferenceSubCluster => ({
  code,
  clusterCode: `${code.slice(0, 4)}00`,
  scores: scoresOf(...high),
});
export const TRADES = sub("010204", "realistic");
export const ROBOTICS = sub("010104", "realistic", "investigative");
export const FINE_ARTS = sub("020103", "artistic");
export const TEACHING = sub("040104", "social");
export const SALES = sub("060304", "enterprising");
export const REFERENCE = [TRADES, ROBOTICS, FINE_ARTS, TEACHING, SALES];

let made = 0;
export const listing = (changes: Partial<MatchableListing> = {}): MatchableListing => ({
  id: `listing-${++made}`,
  organizationId: `organization-${made}`,
  kind: ["Mentorship", "JobShadowing", "PaidInternship"][made % 3]!,
  subClusters: ["010204"],
  pathways: [],
  gradeMin: null,
  gradeMax: null,
  ageMin: null,
  ageMax: null,
  schoolIds: [],
  onlyGrades: [],
  onlyGroups: [],
  remote: false,
  point: null,
  lastInstant: null,
  when: [],
  transport: [],
  skills: [],
  brings: [],
  languages: [],
  seen: 0,
  publishedAt: inDays(-60),
  confirmedAt: inDays(-20),
  ...changes,
});
export const likes = (...top: Theme[]): Learner => ({ ...NOBODY, interests: { scores: scoresOf(...top), top } });
export const match = (listings: MatchableListing[], learner: Learner, limit = 24) =>
  matchListings(indexListings(listings, REFERENCE, { day: DAY }), learner, NOW, limit);
export const ids = (answer: ReturnType<typeof match>) => answer.matches.map(({ id }) => id);

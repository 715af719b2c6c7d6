import { and, eq } from "drizzle-orm";
import { listPathways } from "#app/domain/districts/districts.server.ts";
import { listCareerClusters } from "#app/domain/interests/reference.server.ts";
import { listPublished, type PublishedListing } from "#app/domain/listings/published.server.ts";
import { learnersOf } from "#app/domain/matching/for-student.server.ts";
import { goodMatches } from "#app/domain/matching/good-matches.ts";
import { matchIndexOf } from "#app/domain/matching/matches.server.ts";
import type { Reason } from "#app/domain/matching/reasons.ts";
import { studentsOfReaders } from "#app/domain/people/student-readers.server.ts";
import { toldMatches } from "#db/schema/matching.ts";
import type { About } from "../about.server.ts";

type Named = { name: string; nameEs: string };

export interface FoundMatches {
  district: { name: string; slug: string };
  sections: {
    /** Null: the reader's own. */
    child: string | null;
    matches: { listing: Pick<PublishedListing, "slug" | "content" | "organization">; reasons: Reason[] }[];
  }[];
  /** By code and by slug. */
  clusters: Map<string, Named>;
  pathways: Map<string, Named>;
}

/** Those told of that fit still, of students who are the reader's still; null when none is left. */
export async function readFoundMatches(about: About<{ alertId: string }>): Promise<FoundMatches | null> {
  const { db, data, now, mail, district } = about;
  if (!district || mail.userId === null) return null;
  const { userId } = mail;
  const told = await db
    .select()
    .from(toldMatches)
    .where(and(eq(toldMatches.readerId, userId), eq(toldMatches.alertId, data.alertId)));
  const students = (await studentsOfReaders(db, district, { now, readerIds: [userId] })).get(userId) ?? [];
  const learners = await learnersOf(db, district, students);
  const index = await matchIndexOf(db, district, now);
  const found = students.flatMap((student, i) => {
    const ids = new Set(told.filter((row) => row.studentId === student.studentId).map((row) => row.listingId));
    const among = index.listings.flatMap(({ id }, row) => (ids.has(id) ? row : []));
    return { student, matches: goodMatches(index, learners[i]!, { now, limit: among.length, among }) };
  });
  const ids = found.flatMap(({ matches }) => matches.map(({ id }) => id));
  const listings = new Map((await listPublished(db, district, ids, now)).map((listing) => [listing.id, listing]));
  const sections = found
    .map(({ student, matches }) => ({
      child: student.studentId === userId ? null : student.name,
      matches: matches.flatMap(({ id, reasons }) => {
        const listing = listings.get(id);
        return listing ? [{ listing, reasons }] : [];
      }),
    }))
    .filter(({ matches }) => matches.length > 0);
  if (sections.length === 0) return null;
  const [clusters, pathways] = await Promise.all([
    listCareerClusters(db, district.clusterWording),
    listPathways(db, district.id),
  ]);
  return {
    ...{ district, sections },
    clusters: new Map(clusters.map((each) => [each.code, each])),
    pathways: new Map(pathways.map((each) => [each.slug, each])),
  };
}

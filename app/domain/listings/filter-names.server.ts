import type { Database } from "#db/database.ts";
import { listPathways, type District } from "../districts/districts.server.ts";
import { listCareerClusters } from "../interests/reference.server.ts";
import { listPartnerNames } from "../organizations/public-partners.server.ts";

/** What a district and the framework call the values of filters; of organizations only partners in force have a name. */
export async function readFilterNames(db: Database, district: District, now: Date) {
  const [clusters, pathways, organizations] = await Promise.all([
    listCareerClusters(db, district.clusterWording),
    listPathways(db, district.id, { retiredToo: true }),
    listPartnerNames(db, district, now),
  ]);
  return { clusters, pathways, organizations };
}

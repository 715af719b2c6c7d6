import { advanceListings as advance } from "#app/domain/listings/advancing.server.ts";
import { systemContext, type JobParts } from "../parts.ts";
import { releaseAbandonedJobs } from "../release-abandoned.server.ts";

export async function advanceListings(parts: JobParts) {
  await releaseAbandonedJobs(parts.db);
  const advanced = await advance(systemContext(parts));
  if (Object.values(advanced).some((count) => count > 0)) parts.log.info(advanced, "listings advanced by the date");
}

import { advanceListings as advance } from "#app/domain/listings/advancing.server.ts";
import { takeOffLapsed } from "#app/domain/listings/with-partnership.server.ts";
import { systemContext, type JobParts } from "../parts.ts";
import { releaseAbandonedJobs } from "../release-abandoned.server.ts";

export async function advanceListings(parts: JobParts) {
  await releaseAbandonedJobs(parts.db);
  const ctx = systemContext(parts);
  const lapsed = await takeOffLapsed(ctx);
  const advanced = { ...(await advance(ctx)), lapsed };
  if (Object.values(advanced).some((count) => count > 0)) parts.log.info(advanced, "listings advanced by the date");
}

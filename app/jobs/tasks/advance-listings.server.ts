import { advanceListings as advance } from "#app/domain/listings/advancing.server.ts";
import { systemContext, type JobParts } from "../parts.ts";

export async function advanceListings(parts: JobParts) {
  const advanced = await advance(systemContext(parts));
  if (advanced.published || advanced.expired) parts.log.info(advanced, "listings advanced by the date");
}

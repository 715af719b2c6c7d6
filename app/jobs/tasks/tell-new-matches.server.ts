import { tellNewMatches } from "#app/domain/matching/new-matches.server.ts";
import { systemContext, type JobParts } from "../parts.ts";

export async function newMatches(parts: JobParts) {
  const told = await tellNewMatches(systemContext(parts));
  if (told > 0) parts.log.info({ told }, "families told of new matches");
}

import { countCoverage } from "#app/domain/matching/counting-coverage.server.ts";
import { systemContext, type JobParts } from "../parts.ts";

export async function coverage(parts: JobParts) {
  const districts = await countCoverage(systemContext(parts));
  if (districts > 0) parts.log.info({ districts }, "coverage counted");
}

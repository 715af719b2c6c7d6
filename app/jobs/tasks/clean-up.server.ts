import { cleanUp as clean } from "#app/domain/operations/clean-up.server.ts";
import { systemContext, type JobParts } from "../parts.ts";

export async function cleanUp(parts: JobParts) {
  const gone = await clean(systemContext(parts));
  parts.log.info(gone, "cleaned up");
}

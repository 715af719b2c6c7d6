import { markTexts as mark } from "#app/domain/listings/marking-texts.server.ts";
import { systemContext, type JobParts } from "../parts.ts";

export async function markTexts(parts: JobParts) {
  const marked = await mark(systemContext(parts));
  if (marked > 0) parts.log.info({ marked }, "texts looked at");
}

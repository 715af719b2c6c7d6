import { publishDue } from "#app/domain/editions/publishing.server.ts";
import { systemContext, type JobParts } from "../parts.ts";

export async function publishEditions(parts: JobParts) {
  const published = await publishDue(systemContext(parts));
  for (const edition of published) parts.log.info(edition, "an edition was published on its day");
}

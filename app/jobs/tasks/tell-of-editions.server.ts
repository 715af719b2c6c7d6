import { tellOfEditions } from "#app/domain/editions/telling.server.ts";
import { systemContext, type JobParts } from "../parts.ts";

export async function tellEditions(parts: JobParts) {
  const told = await tellOfEditions(systemContext(parts));
  if (told > 0) parts.log.info({ told }, "followers told of a new edition");
}

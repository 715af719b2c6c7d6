import { collectDigests as collect } from "#app/domain/mail/digests.server.ts";
import { systemContext, type JobParts } from "../parts.ts";

export async function collectDigests(parts: JobParts) {
  const digests = await collect(systemContext(parts));
  if (digests > 0) parts.log.info({ digests }, "digests written");
}

import { collectDigests as collect } from "#app/domain/mail/digests.server.ts";
import { enqueueStalled } from "#app/domain/mail/sending.server.ts";
import { systemContext, type JobParts } from "../parts.ts";

export async function collectDigests(parts: JobParts) {
  const digests = await collect(systemContext(parts));
  const stalled = await enqueueStalled(parts.db);
  if (stalled > 0) parts.log.warn({ stalled }, "mails had lost their jobs");
  if (digests > 0) parts.log.info({ digests }, "digests written");
}

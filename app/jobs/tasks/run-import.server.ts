import { runImport as run } from "#app/domain/imports/run-import.server.ts";
import type { JobPayloads } from "../job-payloads.ts";
import { systemContext, type JobParts } from "../parts.ts";

export async function runImport(parts: JobParts, { importId }: JobPayloads["run-import"]) {
  const outcome = await run(systemContext(parts), importId);
  if (!outcome.ok) parts.log.warn({ importId, refusal: outcome.refusal }, "import not run");
}

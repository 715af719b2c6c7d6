import { translateByMachine } from "#app/domain/translation/by-machine.server.ts";
import { systemContext, type JobParts } from "../parts.ts";

export async function translateListings(parts: JobParts) {
  if (!parts.translator) return;
  const translated = await translateByMachine(systemContext(parts), parts.translator);
  if (translated > 0) parts.log.info({ translated }, "listings translated by machine, to be checked");
}

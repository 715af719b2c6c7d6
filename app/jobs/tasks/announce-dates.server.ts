import { sumUpWeeks } from "#app/domain/districts/summing-up.server.ts";
import { announceLeaving } from "#app/domain/listings/announcing.server.ts";
import { announceEndings } from "#app/domain/organizations/announcing.server.ts";
import { systemContext, type JobParts } from "../parts.ts";

export async function announceDates(parts: JobParts) {
  const ctx = systemContext(parts);
  const [listings, partnerships, weeks] = [
    await announceLeaving(ctx),
    await announceEndings(ctx),
    await sumUpWeeks(ctx),
  ];
  if (listings || partnerships || weeks) parts.log.info({ listings, partnerships, weeks }, "dates announced");
}

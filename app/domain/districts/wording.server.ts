/** What a district calls things in its own words, and which framework's names its clusters go by. */
import { and, eq } from "drizzle-orm";
import { listings } from "#db/schema/listings.ts";
import { enqueueIndexingOf } from "#app/jobs/enqueue.server.ts";
import { done, type Admin, type Context, type Outcome } from "../context.ts";
import type { District } from "./districts.server.ts";
import type { Vocabulary } from "./own-words.ts";
import { changeSettings, type Saved, type SettingsForm } from "./settings.server.ts";

export type Wording = Pick<District, "clusterWording"> & { vocabulary: Vocabulary };

export function saveWording(
  ctx: Context<Admin>,
  { version, idempotencyKey, ...columns }: Wording & SettingsForm,
): Promise<Outcome<Saved, "changed_since_read">> {
  return changeSettings(ctx, "words", { version, idempotencyKey }, async (ctx, { id, clusterWording }) => {
    // Listings are found by the names of their clusters.
    if (columns.clusterWording !== clusterWording)
      await enqueueIndexingOf(ctx.db, and(eq(listings.districtId, id), eq(listings.state, "published"))!);
    return done({ columns });
  });
}

/**
 * Pictures that readers see. A picture's address is its permission: an id nobody guesses, known to whoever was shown a
 * page with it. It holds pixels and nothing else, so it can be kept by browsers for good.
 */
import { eq } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { pictures } from "#db/schema/files.ts";
import type { Context } from "../context.ts";
import type { EncodedPicture, ShownPicture } from "./picture.ts";

/** Keeps a picture in the transaction of the verb that shows it somewhere. */
export async function keepPicture(ctx: Context, { bytes, ...picture }: EncodedPicture): Promise<string> {
  const [kept] = await ctx.db
    .insert(pictures)
    .values({ ...picture, bytes: Buffer.from(bytes), createdBy: ctx.actor.userId, createdAt: ctx.now })
    .returning({ id: pictures.id });
  return kept!.id;
}

/** Null: there is no such picture, or none is named. */
export async function describePicture(
  db: Database,
  { pictureId, pictureAlt }: { pictureId: string | null; pictureAlt: string | null },
): Promise<ShownPicture | null> {
  if (!pictureId) return null;
  const [found] = await db
    .select({ id: pictures.id, width: pictures.width, height: pictures.height })
    .from(pictures)
    .where(eq(pictures.id, pictureId));
  return found ? { ...found, alt: pictureAlt ?? "" } : null;
}

export async function readPicture(db: Database, id: string) {
  const [found] = await db
    .select({ mediaType: pictures.mediaType, bytes: pictures.bytes })
    .from(pictures)
    .where(eq(pictures.id, id));
  return found ?? null;
}

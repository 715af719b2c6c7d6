import sharp from "sharp";
import type { Card } from "#app/publishing/cards/card.ts";
import { drawCard } from "#app/publishing/cards/draw-card.server.ts";
import { publicPage } from "./public-page.ts";

let last: Promise<unknown> = Promise.resolve();

/** A card as social sites take it. The page cache keeps it; of those not drawn yet, one is drawn at a time. */
export async function cardResponse(card: Card): Promise<Response> {
  const drawing = last.then(() =>
    sharp(Buffer.from(drawCard(card)))
      .png()
      .toBuffer(),
  );
  last = drawing.catch(() => {});
  const png = await drawing;
  return new Response(new Uint8Array(png), { headers: { ...publicPage(), "Content-Type": "image/png" } });
}

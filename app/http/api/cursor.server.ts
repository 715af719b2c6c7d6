import { createHash } from "node:crypto";
import { z } from "zod";
import { placeAfter, type Placed } from "#app/search/found-in-order.server.ts";

/** What was asked, the last that was given, and how many were before it: no secret, but of one question only. */
const Cursor = z.tuple([z.string(), z.guid(), z.union([z.number(), z.literal("end"), z.null()]), z.int().min(1)]);
const LONGEST = 200;

export interface PageOf {
  ids: string[];
  /** Null: this was the last page. */
  next: string | null;
}

/** Null: the cursor is none, or another question's. */
export function pageOf(
  order: readonly Placed[],
  asked: { question: string; cursor: string | null; size: number },
): PageOf | null {
  const from = startOf(order, asked);
  if (from === null) return null;
  const page = order.slice(from.place, from.place + asked.size);
  const last = page.at(-1);
  const isMore = from.place + page.length < order.length;
  const next = isMore && last ? write(asked.question, last, from.given + page.length) : null;
  return { ids: page.map(({ id }) => id), next };
}

function startOf(order: readonly Placed[], { question, cursor }: { question: string; cursor: string | null }) {
  if (cursor === null) return { place: 0, given: 0 };
  const [tag, id, key, given] = read(cursor) ?? [];
  if (tag !== tagOf(question) || id === undefined || key === undefined || given === undefined) return null;
  return { place: placeAfter(order, { id, key: key === "end" ? Infinity : key }, given), given };
}

const tagOf = (question: string) => createHash("sha256").update(question).digest("base64url").slice(0, 10);

function write(question: string, { id, key }: Placed, given: number): string {
  const held: z.input<typeof Cursor> = [tagOf(question), id, key === Infinity ? "end" : key, given];
  return Buffer.from(JSON.stringify(held)).toString("base64url");
}

function read(cursor: string): z.output<typeof Cursor> | null {
  if (cursor.length > LONGEST) return null;
  try {
    return Cursor.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString())).data ?? null;
  } catch {
    return null;
  }
}

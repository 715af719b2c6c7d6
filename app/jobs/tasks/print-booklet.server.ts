import { createHash } from "node:crypto";
import type { District } from "#app/domain/districts/districts.server.ts";
import type { PublishedList } from "#app/domain/editions/published-list.ts";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { readEdition } from "#app/domain/editions/read-edition.server.ts";
import {
  beginBooklet,
  failBooklet,
  finishBooklet,
  keepPart,
  tellPage,
  type Booklet,
  type Run,
} from "#app/domain/printing/booklets.server.ts";
import { codeOfEdition, codesOfListings } from "#app/domain/printing/short-links.server.ts";
import { searchSayer } from "#app/http/saying-searches.server.ts";
import { printBooklet as print } from "#app/publishing/paper/booklet.server.ts";
import { foundInOrder } from "#app/search/found-in-order.server.ts";
import { readQuery } from "#app/search/query.ts";
import type { JobPayloads } from "../job-payloads.ts";
import { systemContext, type JobParts } from "../parts.ts";

type Parts = Pick<JobParts, "db" | "search" | "origin" | "log">;
const PART_BYTES = 256 * 1024;
const TELL_EVERY_MS = 250;

export async function printBooklet(
  parts: Parts,
  { bookletId }: JobPayloads["print-booklet"],
  { now = new Date() }: { now?: Date } = {},
) {
  const ctx = { ...systemContext(parts), now };
  const run = await beginBooklet(ctx, bookletId);
  if (!run) return;
  try {
    const file = await printRun(parts, run, ctx.now);
    if (file) await finishBooklet(ctx, run.booklet, file);
  } catch (error) {
    await failBooklet(ctx, run.booklet);
    throw error;
  }
}

/** Null: another job prints it now. */
async function printRun(parts: Parts, { booklet, district }: Run, now: Date) {
  const { db, origin } = parts;
  const { locale, size, query } = booklet;
  const list = await readList(parts, district, booklet, now);
  const ids = list.entries.map(({ id }) => id);
  const codes = await codesOfListings(db, district.id, ids);
  const editionCode = booklet.edition === null ? null : await codeOfEdition(db, district.id, booklet.edition);
  const words = query && (await searchSayer({ db, locale, now }, district))(query);
  const asked = query ? { query, words } : null;
  const digest = createHash("sha256");
  const pending: Uint8Array[] = [];
  let [position, length, pages, told] = [0, 0, 0, 0];
  const keep = async () => {
    const part = Buffer.concat(pending.splice(0));
    if (part.length === 0) return;
    digest.update(part);
    length += part.length;
    await keepPart(db, booklet, position++, part);
  };
  for await (const printed of print({ list, locale, size, origin, codes, editionCode, asked, madeAt: now })) {
    pending.push(printed.bytes);
    pages = printed.pages;
    if (pending.reduce((sum, each) => sum + each.length, 0) >= PART_BYTES) await keep();
    if (Date.now() - told < TELL_EVERY_MS) continue;
    told = Date.now();
    if (!(await tellPage(db, booklet, printed.page, pages))) return null;
  }
  await keep();
  return { pages, length, digest: digest.digest("hex") };
}

async function readList(
  { db, search }: Parts,
  district: District,
  { edition, query }: Booklet,
  now: Date,
): Promise<PublishedList> {
  if (edition !== null) {
    const frozen = await readEdition(db, district, edition);
    if (!frozen) throw new Error(`${district.slug} has no edition ${edition}`);
    return frozen;
  }
  if (!query) return readLiveList(db, district, now);
  const { order } = await foundInOrder({ db, search, now }, district, readQuery(new URLSearchParams(query)));
  const ids = order.map(({ id }) => id);
  return readLiveList(db, district, now, ids);
}

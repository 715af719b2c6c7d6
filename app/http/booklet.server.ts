import { setTimeout as wait } from "node:timers/promises";
import { redirect } from "@remix-run/node";
import type { District } from "#app/domain/districts/districts.server.ts";
import {
  askForBooklet,
  findBooklet,
  getBooklet,
  isCurrent,
  isUnderWay,
  readBooklet,
  type Booklet,
  type WhichBooklet,
} from "#app/domain/printing/booklets.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { AGAIN_AFTER_SECONDS } from "./booklet-waiting.ts";
import type { RequestContext } from "./load-context.ts";
import { paths } from "./paths.ts";
import { countTry, waitAWhile } from "./rate-limits.server.ts";
import { streamed } from "./streamed.ts";

type Answering = Pick<RequestContext, "db" | "now" | "locale" | "keys" | "address">;

/** Most booklets are printed in less: then nobody sees that they were not there. */
const PATIENCE_MS = 2_500;
const LOOK_EVERY_MS = 200;

/**
 * The booklet, printed first when need be. A browser that waits too long is shown how far it is; a program is told to
 * come again, since a page saved as a PDF would be worse than an answer it understands.
 */
export async function answerWithBooklet(
  context: Answering,
  request: Request,
  district: District,
  which: WhichBooklet,
): Promise<Response> {
  let booklet = await findBooklet(context, district, which);
  if (!booklet || !isUnderWay(context, district, booklet)) {
    const seconds = which.query ? await countTry(context, "print_search") : null;
    if (seconds !== null) return waitAWhile(seconds);
    booklet = await askForBooklet(context, district, which);
  }
  if (booklet.state !== "ready") booklet = await patiently(context, booklet);
  if (booklet.state === "ready" && isCurrent(context, district, booklet))
    return fileOf(context, request, district, booklet);
  const { locale } = context;
  if (request.headers.get("accept")?.includes("text/html"))
    return redirect(paths.bookletProgress(locale, district.slug, booklet.id), 303);
  return new Response(`${translator(locale)("paper:waiting.program")}\n`, {
    status: 503,
    headers: { "Retry-After": String(AGAIN_AFTER_SECONDS), "Content-Type": "text/plain; charset=utf-8" },
  });
}

/** However many wait in this process for one booklet, one looks. */
const looking = new Map<string, Promise<Booklet>>();

function patiently({ db }: Answering, booklet: Booklet): Promise<Booklet> {
  const { id, districtId } = booklet;
  let look = looking.get(id);
  if (!look) {
    look = lookUntilReady(booklet, () => getBooklet(db, districtId, id)).finally(() => looking.delete(id));
    looking.set(id, look);
  }
  return look;
}

async function lookUntilReady(booklet: Booklet, look: () => Promise<Booklet | null>) {
  const until = Date.now() + PATIENCE_MS;
  let latest = booklet;
  while (Date.now() < until && (latest.state === "waiting" || latest.state === "printing")) {
    await wait(LOOK_EVERY_MS);
    latest = (await look()) ?? latest;
  }
  return latest;
}

function fileOf({ db }: Answering, request: Request, district: District, booklet: Booklet): Response {
  const etag = `"${booklet.digest}"`;
  const headers = new Headers({
    ...{ ETag: etag, "Cache-Control": "public, max-age=0, must-revalidate" },
    ...{ "Content-Type": "application/pdf", "Content-Length": String(booklet.length) },
    "Content-Disposition": `inline; filename="${fileName(district, booklet)}"`,
    "Last-Modified": (booklet.madeAt ?? booklet.askedAt).toUTCString(),
  });
  if (request.headers.get("if-none-match")?.includes(etag)) {
    headers.delete("Content-Length");
    return new Response(null, { status: 304, headers });
  }
  return new Response(streamed(readBooklet(db, booklet)), { headers });
}

function fileName({ slug }: District, { edition, listDay, locale, size, query }: Booklet): string {
  const parts = [
    slug,
    "opportunities",
    edition === null ? listDay : `edition-${edition}`,
    query && "search",
    size === "large" && "large-print",
    locale,
  ];
  return `${parts.filter(Boolean).join("-")}.pdf`;
}

import { codesOfListings } from "#app/domain/printing/short-links.server.ts";
import type { PublishedList } from "#app/domain/editions/published-list.ts";
import { translator } from "#app/i18n/translator.ts";
import { plainList } from "#app/publishing/plain-text.ts";
import type { RequestContext } from "./load-context.ts";
import { publicPage } from "./public-page.ts";
import { streamed } from "./streamed.ts";

/** A list as nothing but text, sent while it is written. */
export async function answerWithText(
  { db, locale, origin }: Pick<RequestContext, "db" | "locale" | "origin">,
  list: PublishedList,
): Promise<Response> {
  const ids = list.entries.map(({ id }) => id);
  const codes = await codesOfListings(db, list.district.id, ids);
  const texts = plainList({ list, locale, t: translator(locale, list.words[locale]), origin, codes });
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Content-Language": locale };
  return new Response(streamed(texts), { headers: { ...headers, ...publicPage() } });
}

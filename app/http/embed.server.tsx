import { renderToStaticMarkup } from "react-dom/server";
import type { District } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { listPublished } from "#app/domain/listings/published.server.ts";
import embedScript from "#app/enhance/embed.ts?worker&url";
import { directionOf } from "#app/i18n/locales.ts";
import { LocaleProvider } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { askedOf } from "#app/search/asked-of.server.ts";
import type { EmbedQuery, Look } from "#app/search/embed-query.ts";
import { writeQuery } from "#app/search/query.ts";
import { EmbeddedList } from "#app/ui/embed/embedded-list.tsx";
import { cardOf } from "#app/ui/list/card-of.ts";
import embedCss from "../styles/embed.css?url";
import darkCss from "../styles/tokens-dark.css?url";
import type { RequestContext } from "./load-context.ts";
import { paths } from "./paths.ts";

interface Framing {
  /** Origins whose pages may show it, as a browser's policy names them. */
  framedBy: string;
  /** Where its links open: in place of the page around the frame, or beside it. */
  links: "_top" | "_blank";
  /** The page around the frame, which is told the height. */
  site: string | null;
}

/** A search of a district's list as a whole document for a frame. No cookie has a part in it. */
export async function embedResponse(
  { db, search, now, locale }: Pick<RequestContext, "db" | "search" | "now" | "locale">,
  district: District,
  { list, cards: pageSize, look }: EmbedQuery,
  { framedBy, links, site }: Framing,
): Promise<Response> {
  const { criteria } = await askedOf(db, district, list, { now, pageSize });
  const [{ hits, total }, words] = await Promise.all([search.search(criteria), findOwnWords(db, district, locale)]);
  const ids = hits.map(({ id }) => id);
  const listings = await listPublished(db, district, ids, now);
  const cards = listings.map((listing) => {
    const { save: _, ...card } = cardOf(listing, { locale, district: district.slug });
    return card;
  });
  const { name, slug, color } = district;
  const page = (
    <html lang={locale} dir={directionOf(locale)} data-look={look}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{translator(locale, words)("front:embedded.title", { district: name })}</title>
        <base target={links} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={embedCss} />
        {look !== "light" && <link rel="stylesheet" href={darkCss} media={mediaOf(look)} />}
        {color && <link rel="stylesheet" href={paths.theme(slug, color, look === "auto" ? undefined : look)} />}
        <script type="module" src={embedScript} />
      </head>
      <body data-site={site}>
        <LocaleProvider locale={locale} words={words}>
          <EmbeddedList
            district={name}
            today={localDate(now, district.timeZone)}
            cards={cards}
            total={total}
            listAddress={paths.list(locale, slug, writeQuery(list))}
          />
        </LocaleProvider>
      </body>
    </html>
  );
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, {
    headers: { "Content-Type": "text/html; charset=utf-8", "X-Framed-By": framedBy },
  });
}

const mediaOf = (look: Look) => (look === "auto" ? "(prefers-color-scheme: dark)" : "all");

import { renderToStaticMarkup } from "react-dom/server";
import type { District } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { lackingSpanish } from "#app/domain/translation/translations.ts";
import { LocaleProvider } from "#app/i18n/locale.tsx";
import { isLocale, type Locale } from "#app/i18n/locales.ts";
import { PREVIEWS, type Preview } from "#app/ui/listing-preview.tsx";
import { ListingView } from "#app/ui/listing-view.tsx";
import { readView, type Placed } from "./listing-view.server.ts";
import type { RequestContext } from "./load-context.ts";
import { paths } from "./paths.ts";

/**
 * A listing as its readers will get it, drawn here: a desk's browser holds the words of one language, and readers' pages
 * are in both. `slug`: of its page, where it has one already.
 */
export async function readPreview(
  { db, now, locale: own }: Pick<RequestContext, "db" | "now" | "locale">,
  request: Request,
  { district, listing, slug }: { district: District; listing: Placed; slug: string | null },
): Promise<Preview> {
  const { as, locale } = asked(request, own);
  const [view, words] = await Promise.all([
    readView({ db, now, locale }, district, listing),
    findOwnWords(db, district, locale),
  ]);
  const address = slug && new URL(request.url).host + paths.listing(locale, district.slug, slug);
  const html = renderToStaticMarkup(
    <LocaleProvider locale={locale} words={words}>
      <div className="listing-page" data-address={address}>
        <ListingView listing={view} now={now} level={2} />
      </div>
    </LocaleProvider>,
  );
  const { language } = listing.content;
  const isWhole = language === locale || (locale === "es" && lackingSpanish(listing.content).length === 0);
  return { as, locale, staysIn: isWhole ? null : language, html };
}

function asked(request: Request, own: Locale) {
  const params = new URL(request.url).searchParams;
  const lang = params.get("lang") ?? "";
  return { as: PREVIEWS.find((word) => word === params.get("as")) ?? "student", locale: isLocale(lang) ? lang : own };
}

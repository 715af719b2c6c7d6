import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import "#app/i18n/catalogs.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { LocaleProvider } from "#app/i18n/locale.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import { ListPage } from "#app/routes/$district.opportunities._index/list-page.tsx";
import { loader } from "#app/routes/$district.opportunities._index/route.tsx";
import type { Database } from "#db/database.ts";
import { ask } from "./request.ts";

interface Asked {
  district?: string;
  locale?: Locale;
  context?: Partial<RequestContext>;
}
type Shown = Awaited<ReturnType<typeof loader>>["list"];

/** The public list as its readers see it. */
export function readingLists(database: { readonly db: Database }) {
  return {
    async list(query: string, { district = "riverbend", locale = "en", context = {} }: Asked = {}): Promise<Shown> {
      const url = `/${district}/opportunities${query && `?${query}`}`;
      const asked = await ask(database.db, { url, params: { district }, context: { locale, ...context } });
      return (await loader(asked)).list;
    },
    html: (shown: Shown, locale: Locale = "en") =>
      renderToStaticMarkup(
        createElement(LocaleProvider, {
          locale,
          children: createElement(ListPage, { ...shown, params: new URLSearchParams(shown.params) }),
        }),
      ),
  };
}

export const titles = ({ cards }: Shown) => cards.map((card) => /<a [^>]*>([^<]*)</.exec(card)?.[1]).sort();

const ANSWER =
  /(<input[^>]*>)<span class="filter-name">(?:<svg.*?<\/svg>)?([^<]*)<\/span><span class="filter-count"><span aria-hidden="true">(\d+)/g;

/** A filter's answers as the page says them. */
export const answers = ({ groups }: Shown, name: string) =>
  [...`${groups.asked}${groups.folded}`.matchAll(ANSWER)]
    .filter(([, input]) => input?.includes(`name="${name}"`))
    .map(([, input = "", label, count]) => ({
      value: /value="([^"]*)"/.exec(input)?.[1],
      label,
      count: Number(count),
      chosen: input.includes("checked"),
    }));

import type { Locale } from "#app/i18n/locales.ts";
import { writeEmbed, type EmbedQuery } from "#app/search/embed-query.ts";
import { writeQuery } from "#app/search/query.ts";
import { paths } from "./paths.ts";

export const HEIGHTS = { least: 200, usual: 640, most: 3_000 } as const;

interface Embedded {
  /** This site's. */
  origin: string;
  district: string;
  locale: Locale;
  asked: EmbedQuery;
  /** Pixels, where no script gives the frame its own. */
  height: number;
  /** Of the frame, and of the link beside it, in the language of the list. */
  words: { title: string; link: string };
}

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll("&#38;", "&amp;");

/** The same search on the district's own pages: for whoever may not paste frames, and for readers whose frame fails. */
export const plainLink = ({ origin, locale, district, asked }: Omit<Embedded, "words" | "height">) =>
  origin + paths.list(locale, district, writeQuery(asked.list));

/** What somebody pastes into a page of another site. Without scripts it has its fixed height, without frames its link. */
export function embedSnippet({ words, height, ...embedded }: Embedded): string {
  const { origin, locale, district, asked } = embedded;
  const source = origin + paths.embed(locale, district, writeEmbed(asked));
  return [
    `<iframe src="${escape(source)}" title="${escape(words.title)}" lang="${locale}"`,
    `  width="100%" height="${height}" style="border: 0" loading="lazy"></iframe>`,
    `<p><a href="${escape(plainLink(embedded))}" lang="${locale}">${escape(words.link)}</a></p>`,
    ...(asked.site ? [`<script src="${escape(origin + paths.embedScript())}" async></script>`] : []),
  ].join("\n");
}

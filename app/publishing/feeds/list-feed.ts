import type { PublishedList } from "#app/domain/editions/published-list.ts";
import { lastChangeOf } from "#app/domain/listings/last-change.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { paths } from "#app/http/paths.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";
import { wordOf } from "#app/ui/listing-words.ts";
import { latest, type Feed } from "./feed.ts";

/** What is on a list, the newest first. */
export function listFeed(
  list: PublishedList,
  {
    locale,
    origin,
    title,
    ...feed
  }: Pick<Feed, "id" | "title" | "link" | "self" | "next"> & {
    locale: Locale;
    origin: string;
    /** When the list began: an empty one has said nothing since. */
    since: Date;
  },
): Feed {
  const { district, entries, words } = list;
  const t = translator(locale, words[locale]);
  const newest = entries
    .map((entry) => ({ ...entry, publishedAt: entry.publishedAt ?? entry.revisedAt }))
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.id < b.id ? -1 : 1));
  return {
    ...{ id: feed.id, link: feed.link, self: feed.self, next: feed.next, title },
    about: t("saved:feed_about", { district: district.name }),
    language: locale,
    author: { name: district.name, url: origin + paths.district(locale, district.slug) },
    updatedAt: latest(newest.map(lastChangeOf), feed.since),
    items: newest.map((entry) => {
      const { content, organization, publishedAt } = entry;
      const { title, summary } = wordingOf(content, locale);
      return {
        id: `urn:uuid:${entry.id}`,
        title: title.text,
        link: origin + paths.listing(locale, district.slug, entry.slug),
        summary: [organization.name, summary?.text].filter(Boolean).join(": "),
        language: title.lang ?? locale,
        category: content.kind && wordOf(t, "kind", content.kind),
        author: organization.name,
        ...{ publishedAt, updatedAt: lastChangeOf(entry) },
      };
    }),
  };
}

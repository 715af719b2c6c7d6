import { titleIn } from "#app/domain/editions/published-list.ts";
import { paths } from "#app/http/paths.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";
import { dateInWords } from "#app/ui/listing-words.ts";
import { latest, type Feed } from "./feed.ts";

/** An edition of a district's list, as its feed tells of it. */
export interface FeedEdition {
  id: string;
  number: number;
  title: string;
  titleEs: string | null;
  publishedAt: Date;
  /** In the district's zone. */
  publishedOn: string;
}

/** Each edition is an item and never changes; given the newest first. */
export function editionsFeed(
  district: { slug: string; name: string },
  editions: readonly FeedEdition[],
  { locale, origin, since, ...feed }: Pick<Feed, "id" | "self"> & { locale: Locale; origin: string; since: Date },
): Feed {
  const t = translator(locale);
  const { slug, name } = district;
  return {
    ...{ id: feed.id, self: feed.self, next: null, language: locale },
    title: t("editions:all.document_title", { district: name }),
    about: t("editions:all.lede", { district: name }),
    link: origin + paths.editions(locale, slug),
    author: { name, url: origin + paths.district(locale, slug) },
    updatedAt: latest(
      editions.map(({ publishedAt }) => publishedAt),
      since,
    ),
    items: editions.map(({ id, number, publishedAt, publishedOn, ...edition }) => ({
      ...{ id, language: locale, category: null, publishedAt, updatedAt: publishedAt },
      title: t("editions:named", { number, title: titleIn(locale, edition).text }),
      link: origin + paths.edition(locale, slug, number),
      summary: t("editions:page.lede", { date: dateInWords(locale, publishedOn) }),
    })),
  };
}

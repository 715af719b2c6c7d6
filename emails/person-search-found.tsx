import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { paths } from "#app/http/paths.ts";
import { searchInWords } from "#app/i18n/search-in-words.ts";
import { inBrief } from "#app/publishing/in-brief.ts";
import type { FoundListings } from "./facts/searches.server.ts";
import type { Template } from "./letter.ts";
import { Lines, Paragraph } from "./parts.tsx";

const MOST_LINES = 20;

/** What somebody looks for stands in the letter, never in its subject; who looks for nothing gets the list's news. */
export const searchFound: Template<FoundListings> = (found, { t, locale, open }) => {
  const { district, query, names, listings } = found;
  const count = listings.length;
  const isWhole = query === "";
  const search = found.name ?? searchInWords(t, locale, query, names).join(" · ");
  return {
    subject: t(isWhole ? "saved:mail.news.subject" : "saved:mail.found.subject", { count, district: district.name }),
    preheader: t("saved:mail.found.preheader", { count }),
    body: (
      <>
        <Paragraph>{t(isWhole ? "saved:mail.news.text" : "saved:mail.found.text", { count, search })}</Paragraph>
        <Lines
          lines={listings.slice(0, MOST_LINES).map((listing) => ({
            text: t("saved:mail.found.line", {
              title: wordingOf(listing.content, locale).title.text,
              organization: listing.organization.name,
            }),
            href: open(paths.listing(locale, district.slug, listing.slug)),
            after: inBrief(t, locale, listing),
          }))}
        />
        {count > MOST_LINES && <Paragraph>{t("saved:mail.found.more", { count: count - MOST_LINES })}</Paragraph>}
      </>
    ),
    action: {
      label: t(isWhole ? "saved:mail.news.button" : "saved:mail.found.button"),
      href: open(paths.list(locale, district.slug, query)),
    },
    why: t(isWhole ? "saved:mail.news.why" : "saved:mail.found.why", { district: district.name }),
  };
};

import { paths } from "#app/http/paths.ts";
import { searchInWords } from "#app/i18n/search-in-words.ts";
import type { FoundListings } from "./facts/searches.server.ts";
import type { Template } from "./letter.ts";
import { Lines, Paragraph } from "./parts.tsx";

const MOST_LINES = 20;

/** What somebody looks for stands in the letter, never in its subject. */
export const searchFound: Template<FoundListings> = (found, { t, locale, open }) => {
  const { district, query, names, listings } = found;
  const count = listings.length;
  const search = found.name ?? searchInWords(t, locale, query, names).join(" · ");
  return {
    subject: t("saved:mail.found.subject", { count, district: district.name }),
    preheader: t("saved:mail.found.preheader", { count }),
    body: (
      <>
        <Paragraph>{t("saved:mail.found.text", { count, search })}</Paragraph>
        <Lines
          lines={listings.slice(0, MOST_LINES).map(({ slug, content, organization }) => ({
            text: t("saved:mail.found.line", { title: content.title, organization: organization.name }),
            href: open(paths.listing(locale, district.slug, slug)),
          }))}
        />
        {count > MOST_LINES && <Paragraph>{t("saved:mail.found.more", { count: count - MOST_LINES })}</Paragraph>}
      </>
    ),
    action: { label: t("saved:mail.found.button"), href: open(paths.list(locale, district.slug, query)) },
    why: t("saved:mail.found.why", { district: district.name }),
  };
};

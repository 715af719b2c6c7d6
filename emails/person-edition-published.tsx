import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { paths } from "#app/http/paths.ts";
import type { SaidChange } from "#app/publishing/changes-in-words.ts";
import { sinceInWords } from "#app/publishing/change-counts.ts";
import type { Translate } from "#app/i18n/translator.ts";
import type { ToldEdition } from "./facts/editions.server.ts";
import type { Template } from "./letter.ts";
import { Address, Lines, Paragraph } from "./parts.tsx";

export const editionPublished: Template<ToldEdition> = (edition, { t, locale, open }) => {
  const { district, number, title, summary, added, changed } = edition;
  const { since } = summary;
  const href = (slug: string) => open(paths.editionListing(locale, district.slug, number, slug));
  return {
    subject: t("editions:mail.subject", { number, title, district: district.name }),
    preheader: t("editions:listings", { count: summary.listings }),
    body: (
      <>
        <Paragraph>
          {t("editions:mail.text", { number, title, district: district.name })}{" "}
          {t("editions:mail.holds", { count: summary.listings })}
        </Paragraph>
        {since && (
          <Paragraph>
            {sinceInWords(t, locale, since)}:{" "}
            <Address href={open(paths.editionChanges(locale, district.slug, number))} />
          </Paragraph>
        )}
        <Paragraph>
          {t("editions:mail.print")} <Address href={open(paths.editionFile(locale, district.slug, number, "pdf"))} />
        </Paragraph>
        {added.length > 0 && (
          <Lines
            lines={added.map(({ slug, content, organization }) => ({
              text: t("editions:mail.new_line", {
                title: wordingOf(content, locale).title.text,
                organization: organization.name,
              }),
              href: href(slug),
            }))}
          />
        )}
        {changed.length > 0 && (
          <Lines
            lines={changed.map(({ listing, said }) => ({
              text: `${wordingOf(listing.content, locale).title.text}. ${said.map((each) => inOneLine(t, each)).join(". ")}`,
              href: href(listing.slug),
            }))}
          />
        )}
      </>
    ),
    action: { label: t("editions:mail.button"), href: open(paths.edition(locale, district.slug, number)) },
    why: t("editions:mail.why", { district: district.name }),
  };
};

function inOneLine(t: Translate, { what, before, now }: SaidChange): string {
  const parts = [
    before && `${t("editions:change.before")} ${before.text}`,
    now && `${t("editions:change.now")} ${now.text}`,
    before && !now && t("editions:change.no_longer"),
  ].filter(Boolean);
  return `${what}: ${parts.length > 0 ? parts.join(", ") : t("editions:change.rewritten")}`;
}

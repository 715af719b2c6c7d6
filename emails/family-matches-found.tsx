import { paths } from "#app/http/paths.ts";
import { reasonInWords } from "#app/i18n/reason-in-words.ts";
import type { FoundMatches } from "./facts/matches.server.ts";
import type { Template } from "./letter.ts";
import { Heading, Lines, Paragraph } from "./parts.tsx";

/** So many reasons say enough; the page says them all. */
const MOST_REASONS = 2;

/** What fits, and why, stands in the letter; subject and addresses tell of no student. */
export const matchesFound: Template<FoundMatches> = ({ district, sections, ...found }, { t, locale, open }) => {
  const named = (things: FoundMatches["clusters"]) =>
    Object.fromEntries([...things].map(([code, each]) => [code, locale === "es" ? each.nameEs : each.name]));
  const place = t("learner:mail.place");
  const names = { place, clusters: named(found.clusters), pathways: named(found.pathways) };
  const lineOf = ({ listing, reasons }: FoundMatches["sections"][number]["matches"][number]) => {
    const said = reasons.map((reason) => reasonInWords(reason, t, locale, names)).filter((words) => words !== null);
    const { content, organization } = listing;
    return {
      text: t("learner:mail.line", { title: content.title, organization: organization.name }),
      href: open(paths.listing(locale, district.slug, listing.slug)),
      after: said.slice(0, MOST_REASONS).join(" · "),
    };
  };
  return {
    subject: t("learner:mail.subject", { district: district.name }),
    preheader: t("learner:mail.preheader"),
    body: (
      <>
        <Paragraph>{t("learner:mail.text", { district: district.name })}</Paragraph>
        {sections.map(({ child, matches }) => (
          <div key={child}>
            {child !== null && <Heading>{t("learner:mail.for", { name: child })}</Heading>}
            <Lines lines={matches.map(lineOf)} />
          </div>
        ))}
      </>
    ),
    action: { label: t("learner:mail.button"), href: open(paths.account.forYou()) },
    why: t("learner:mail.why"),
  };
};

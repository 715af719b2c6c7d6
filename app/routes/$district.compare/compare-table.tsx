import type { ReactNode } from "react";
import { daysBetween } from "#app/domain/districts/zone.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";
import {
  checkedInWords,
  closesInWords,
  datesInWords,
  payInWords,
  scheduleInWords,
  whoInWords,
  wordOf,
} from "#app/ui/listing-words.ts";
import { SaveButton } from "#app/ui/saved/save-button.tsx";
import type { Compared } from "./compared.server.ts";

/**
 * A column a listing, a row a question. On a phone each question is asked once, and answered for each by name.
 */
export function CompareTable({
  title,
  district,
  today,
  listings,
}: {
  title: string;
  district: string;
  today: string;
  listings: readonly Compared[];
}) {
  const t = useT();
  const locale = useLocale();
  const rows = useRows(today);
  const without = (slug: string) =>
    paths.compare(
      locale,
      district,
      listings.filter((other) => other.slug !== slug).map((other) => other.slug),
    );
  return (
    <table className="compare">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <td className="compare-corner" />
          {listings.map((listing) => (
            <th key={listing.slug} scope="col">
              <a href={paths.listing(locale, district, listing.slug)} lang={listing.title.lang}>
                {listing.title.text}
              </a>
              <span className="compare-who">{listing.organization}</span>
              <span className="compare-do">
                <SaveButton district={district} slug={listing.slug} title={listing.title.text} />
                <a href={without(listing.slug)} className="btn btn-quiet">
                  <Icon name="x" />
                  {t("site:compare.remove")}
                  <span className="visually-hidden"> {listing.title.text}</span>
                </a>
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(({ say }) => listings.some((listing) => say(listing)))
          .map(({ term, say }) => (
            <tr key={term}>
              <th scope="row">{term}</th>
              {listings.map((listing) => (
                <td key={listing.slug}>
                  <span className="compare-of" aria-hidden="true">
                    {listing.title.text}
                  </span>
                  {say(listing) || <span className="muted">{t("site:compare.unsaid")}</span>}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}

interface Row {
  term: string;
  say: (listing: Compared) => ReactNode;
}

function useRows(today: string): Row[] {
  const t = useT();
  const locale = useLocale();
  const words = (list: string, codes: readonly string[]) => codes.map((code) => wordOf(t, list, code)).join(" · ");
  return [
    { term: t("site:compare.kind"), say: ({ content }) => content.kind && wordOf(t, "kind", content.kind) },
    {
      term: t("listing:facts.when"),
      say: ({ content }) => (
        <>
          {datesInWords(t, locale, content)}
          <br />
          {scheduleInWords(t, locale, content)}
        </>
      ),
    },
    {
      term: t("site:compare.hours"),
      say: ({ content }) => content.hoursPerWeek !== null && t("listing:hours", { count: content.hoursPerWeek }),
    },
    {
      term: t("listing:facts.where"),
      say: ({ content }) =>
        [content.setting && wordOf(t, "setting", content.setting), content.city].filter(Boolean).join(" · "),
    },
    { term: t("listing:facts.who"), say: (listing) => whoInWords(t, { ...listing.content, ...listing }) },
    {
      term: t("listing:facts.pay"),
      say: ({ content }) => [payInWords(t, content), content.payDetail].filter(Boolean).join(" · "),
    },
    {
      term: t("listing:facts.places"),
      say: ({ content }) => content.places !== null && t("listing:places", { count: content.places }),
    },
    {
      term: t("site:compare.needs"),
      say: ({ requirements }) => requirements && <span lang={requirements.lang}>{requirements.text}</span>,
    },
    { term: t("site:compare.travel"), say: ({ content }) => words("transport", content.transport) },
    { term: t("site:compare.access"), say: ({ content }) => words("access", content.access) },
    { term: t("site:compare.languages"), say: ({ content }) => words("spoken", content.languages) },
    {
      term: t("listing:facts.closes"),
      say: ({ closesOn }) =>
        closesOn === null
          ? t("listing:closes_never")
          : closesInWords(t, locale, closesOn, daysBetween(today, closesOn)),
    },
    {
      term: t("site:compare.checked"),
      say: ({ confirmedOn }) => confirmedOn && checkedInWords(t, daysBetween(confirmedOn, today)),
    },
  ];
}

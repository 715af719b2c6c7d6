/** What paper says of a listing: short, and true on any day it is read, so days are named and not counted. */
import { whoMayGo } from "#app/domain/opportunities/who-may-go.ts";
import { wordingOf, type Worded } from "#app/domain/opportunities/wording.ts";
import type { PublishedList } from "#app/domain/editions/published-list.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translate } from "#app/i18n/translator.ts";
import {
  dateInWords,
  datesInWords,
  listInWords,
  payInWords,
  scheduleInWords,
  wayInWords,
  whoInWords,
  wordOf,
} from "#app/ui/listing-words.ts";
import { namesOf } from "../names-of.ts";

export interface Entry {
  id: string;
  kind: string | null;
  title: Worded;
  organization: string;
  /** That its text is not in the reader's language. */
  inLanguage: string | null;
  facts: Fact[];
  summary: Worded | null;
  /** The district's own, to readers. */
  note: string | null;
  trust: string;
  /** Its page, whole. */
  page: string;
  /** The address people type; null where none was made. */
  short: ShortAddress | null;
}

export interface Fact {
  label: string;
  text: string;
  lang?: Locale | undefined;
}

export interface ShortAddress {
  url: string;
  /** Without what nobody needs to type. */
  shown: string;
}

export interface Printing {
  list: PublishedList;
  locale: Locale;
  t: Translate;
  /** Of the site, without a path. */
  origin: string;
  /** Of short addresses, by the listing's id. */
  codes: ReadonlyMap<string, string>;
}

export function entryOf(printing: Printing, listing: PublishedListing): Entry {
  const { list, locale, t, origin } = printing;
  const { content, organization, confirmedOn } = listing;
  const { title, summary } = wordingOf(content, locale);
  const code = printing.codes.get(listing.id);
  return {
    id: listing.id,
    kind: content.kind && wordOf(t, "kind", content.kind),
    title,
    organization: organization.name,
    inLanguage: title.lang ? t(`site:language.${title.lang}`) : null,
    facts: factsOf(printing, listing),
    summary,
    note: listing.noteToReaders,
    trust: confirmedOn
      ? t("paper:entry.checked", { date: dateInWords(locale, confirmedOn) })
      : t("listing:trust.imported_title"),
    page: origin + paths.listing(locale, list.district.slug, listing.slug),
    short: code ? shortAddress(origin + paths.shortLink(locale, code)) : null,
  };
}

export const shortAddress = (url: string): ShortAddress => ({ url, shown: url.replace(/^https?:\/\/(www\.)?/, "") });

function factsOf({ list, locale, t }: Printing, listing: PublishedListing): Fact[] {
  const { content, closesOn, organization } = listing;
  const foreign = content.language === locale ? undefined : content.language;
  const schedule = scheduleInWords(t, locale, content);
  const facts: (Fact | null)[] = [
    fact(t("paper:fact.when"), [datesInWords(t, locale, content)]),
    fact(t("paper:fact.times"), [schedule], schedule === content.schedule ? foreign : undefined),
    fact(t("paper:fact.where"), placeOf(t, content)),
    fact(t("paper:fact.way"), [wayInWords(t, content)], content.busStop ? foreign : undefined),
    fact(t("paper:fact.who"), whoOf({ list, locale, t }, listing)),
    fact(t("paper:fact.pay"), [
      payInWords(t, content),
      foreign ? null : content.payDetail,
      content.serviceHours ? wordOf(t, "counts", "service_hours") : null,
      content.cost === "some" ? wordOf(t, "cost", "some") : null,
    ]),
    content.payDetail && foreign ? fact(t("paper:fact.pay_detail"), [content.payDetail], foreign) : null,
    closesOn ? fact(t("paper:fact.closes"), [dateInWords(locale, closesOn, { weekday: true })]) : null,
    ageFact({ list, t }, content, organization.sector),
  ];
  return facts.filter((each) => each !== null);
}

function fact(label: string, parts: (string | null)[], lang?: Locale): Fact | null {
  const said = parts.filter(Boolean);
  return said.length > 0 ? { label, text: said.join(" · "), lang } : null;
}

type Content = PublishedListing["content"];

function placeOf(t: Translate, content: Content): (string | null)[] {
  if (content.setting === "remote") return [t("listing:online")];
  const city = [content.city, content.state].filter(Boolean).join(", ");
  const place = [content.street, city].filter(Boolean).join(", ");
  const more = content.otherSites.length;
  return [
    place,
    more > 0 ? t("posting:view.more_sites", { count: more }) : null,
    content.setting === "hybrid" ? wordOf(t, "setting", "hybrid") : null,
  ];
}

function whoOf({ list, locale, t }: Pick<Printing, "list" | "locale" | "t">, listing: PublishedListing) {
  const { content, onlyGrades, onlyGroups } = listing;
  const { schools } = namesOf(list, listing);
  return [
    whoInWords(t, { ...content, onlyGrades }),
    onlyGroups.length > 0 ? listInWords(locale, onlyGroups) : null,
    schools.length > 0 ? listInWords(locale, schools) : null,
  ];
}

/** What the law asks because of the work itself; what it asks of hours depends on the day, and is on the page. */
function ageFact({ list, t }: Pick<Printing, "list" | "t">, content: Content, sector: Sector): Fact | null {
  const open = whoMayGo(content, { today: list.asOf, schoolBreaks: [], sector });
  if (!open || open.hazards.length === 0) return null;
  const age = open.withAgreement ? "age_18_agreement" : (`age_${open.age}` as const);
  return { label: t("paper:fact.age"), text: t(`paper:entry.${age}`) };
}

type Sector = PublishedListing["organization"]["sector"];

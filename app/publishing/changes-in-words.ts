/** What changed of a listing between two editions, in a reader's words. Pure. */
import type { ChangedListing, ChangedPart } from "#app/domain/editions/compare-editions.ts";
import type { ListNames } from "#app/domain/editions/published-list.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { wordingOf, type Worded } from "#app/domain/opportunities/wording.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { nameIn } from "#app/i18n/name-in.ts";
import type { Translate } from "#app/i18n/translator.ts";
import {
  dateInWords,
  datesInWords,
  listInWords,
  payInWords,
  scheduleInWords,
  whoInWords,
  wordOf,
} from "#app/ui/listing-words.ts";
import { namesOf } from "./names-of.ts";

/** `what` is the question; of what has no short answer, or none that differs in words, neither is said. */
export interface SaidChange {
  what: string;
  before: Worded | null;
  now: Worded | null;
}

type Names = Pick<ListNames, "pathways" | "clusters" | "schools" | "labels">;
/** How a reader hears of the change, and the names that held before and after it. */
interface Saying {
  t: Translate;
  locale: Locale;
  before: Names;
  after: Names;
}

export function changesInWords({ before, after, parts }: ChangedListing, saying: Saying): SaidChange[] {
  return parts.map((part) => {
    const was = valueOf(part, before, { ...saying, names: saying.before });
    const is = valueOf(part, after, { ...saying, names: saying.after });
    const differ = was?.text !== is?.text;
    const what = saying.t(`editions:part.${part}`);
    return { what, before: differ ? was : null, now: differ ? is : null };
  });
}

type Value = string | number | false | null | undefined;

function valueOf(
  part: ChangedPart,
  listing: PublishedListing,
  as: Omit<Saying, "before" | "after"> & { names: Names },
) {
  const { t, locale, names } = as;
  const own = namesOf(names, listing);
  const { content, closesOn, onlyGrades, onlyGroups } = listing;
  const words = (list: string, codes: readonly string[]) =>
    listInWords(
      locale,
      codes.map((code) => wordOf(t, list, code)),
    );
  const all = (...values: Value[]) =>
    values.filter((value) => value !== null && value !== undefined && value !== false && value !== "").join(" · ");
  const named = <N extends { name: string; nameEs: string | null }>(found: readonly N[]) =>
    listInWords(
      locale,
      found.map((each) => nameIn(locale, each)),
    );
  const foreign = content.language === locale ? undefined : content.language;
  /** Codes of ours in the reader's language; what a partner typed in its own. */
  const typed = (text: string): Worded => ({ text, lang: foreign });
  const ours = (text: string): Worded => ({ text, lang: undefined });
  const values: Partial<Record<ChangedPart, () => Worded>> = {
    title: () => wordingOf(content, locale).title,
    organization: () => ours(listing.organization.name),
    kind: () => ours(content.kind ? wordOf(t, "kind", content.kind) : ""),
    last_day: () => ours(closesOn ? dateInWords(locale, closesOn) : t("listing:closes_never")),
    dates: () => ours(datesInWords(t, locale, content)),
    times: () => {
      const schedule = scheduleInWords(t, locale, content);
      const hours = content.hoursPerWeek !== null && t("listing:hours", { count: content.hoursPerWeek });
      return schedule !== null && schedule === content.schedule
        ? typed(all(schedule, hours))
        : ours(all(schedule, hours));
    },
    who: () => ours(all(whoInWords(t, { ...content, onlyGrades }), listInWords(locale, onlyGroups))),
    schools: () => ours(listInWords(locale, own.schools)),
    pay: () => {
      const counts = content.serviceHours && wordOf(t, "counts", "service_hours");
      const said = all(payInWords(t, content), counts, content.payDetail);
      return content.payDetail ? typed(said) : ours(said);
    },
    cost: () => {
      const said = all(content.cost && wordOf(t, "cost", content.cost), content.costDetail);
      return content.costDetail ? typed(said) : ours(said);
    },
    places: () => ours(content.places === null ? "" : t("listing:places", { count: content.places })),
    where: () =>
      ours(
        all(
          content.setting && wordOf(t, "setting", content.setting),
          content.street,
          content.city,
          content.state,
          content.zip,
        ),
      ),
    transport: () => ours(all(words("transport", content.transport), content.busStop)),
    access: () => ours(words("access", content.access)),
    languages: () => ours(words("spoken", content.languages)),
    fields: () => ours(named(own.clusters)),
    pathways: () => ours(named(own.pathways)),
    labels: () => ours(named(own.labels)),
  };
  const value = values[part]?.();
  return value?.text ? value : null;
}

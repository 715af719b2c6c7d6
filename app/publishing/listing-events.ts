import type { PublishedList } from "#app/domain/editions/published-list.ts";
import { lastChangeOf } from "#app/domain/listings/last-change.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { calendarDates } from "#app/domain/opportunities/calendar-dates.ts";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { paths } from "#app/http/paths.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { translator } from "#app/i18n/translator.ts";
import type { CalendarEvent } from "./calendar.ts";

interface Read {
  locale: Locale;
  origin: string;
  /** Before the last day to ask; null: no reminder. */
  remindDays: number | null;
}

/** What of a listing stands in a calendar: its times or days, and the last day to ask. `endedAt`: it left the list, and will not be. */
export function listingEvents(
  { slug, timeZone }: Pick<PublishedList["district"], "slug" | "timeZone">,
  listing: PublishedListing & { endedAt?: Date },
  { locale, origin, remindDays }: Read,
): CalendarEvent[] {
  const { id, content, closesOn, organization, version, endedAt } = listing;
  const t = translator(locale);
  const { title, summary } = wordingOf(content, locale);
  const url = origin + paths.listing(locale, slug, listing.slug);
  const about = [summary?.text, t("listing:posted_by", { organization: organization.name }), url];
  const address = [content.street, content.city, [content.state, content.zip].filter(Boolean).join(" ")];
  const isThere = content.setting !== "remote" && content.city !== null;
  const shared = {
    ...{ url, timeZone, sequence: version, isCancelled: endedAt !== undefined },
    changedAt: endedAt ?? lastChangeOf(listing),
    about: about.filter(Boolean).join("\n\n"),
    place: isThere ? [organization.name, ...address].filter(Boolean).join(", ") : null,
  };
  const counts = new Map<string, number>();
  return calendarDates(content, closesOn).map(({ what, ...when }) => {
    const before = counts.get(what) ?? 0;
    counts.set(what, before + 1);
    return {
      ...shared,
      ...when,
      // Counted among its own kind, so that another shift does not rename the last day to ask.
      uid: `${id}-${what}-${before}`,
      title: what === "time" || what === "days" ? title.text : t(`site:calendar.${what}`, { title: title.text }),
      remindDays: what === "last_day_to_ask" ? remindDays : null,
    };
  });
}

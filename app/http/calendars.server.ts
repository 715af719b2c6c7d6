/** Calendars that are subscribed to: of a search of a district's list, and of what a person saved. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDistrict, getDistrictBySlug, type District } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { isCancelled, toldSince } from "#app/domain/listings/over.ts";
import { listEnded, listPublished, listWhole, type PublishedListing } from "#app/domain/listings/published.server.ts";
import { CALENDAR_PURPOSE, remindAsked } from "#app/domain/saved/calendar-links.ts";
import { readSavedCalendar } from "#app/domain/saved/calendar-links.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { calendarFile, type Calendar } from "#app/publishing/calendar.ts";
import { listingEvents } from "#app/publishing/listing-events.ts";
import { askedOf } from "#app/search/asked-of.server.ts";
import { keptQuery, readQuery } from "#app/search/query.ts";
import { notFound } from "./id-param.ts";
import type { RequestContext } from "./load-context.ts";
import { paths } from "./paths.ts";
import { publicPage } from "./public-page.ts";
import { countTry, waitAWhile } from "./rate-limits.server.ts";
import { searchSayer } from "./saying-searches.server.ts";

/** Of a search: more than any list holds. */
const MOST_LISTINGS = 10_000;

/** All that a search of the list finds, with its dates; what left the whole list early is cancelled there for a while. */
export async function answerListCalendar({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { db, now, locale, origin } = context;
  const district = await getDistrictBySlug(db, params.district ?? "");
  if (!district) throw notFound();
  const { searchParams } = new URL(request.url);
  const kept = keptQuery(readQuery(searchParams));
  const asked = kept.toString();
  const remindDays = remindAsked(searchParams.get("remind"));
  // Which search an ended listing would fit is not known any more: it is left out, and leaves a calendar that way.
  const [listed, ended] = asked
    ? [await listFound(context, district, kept), []]
    : [await listWhole(db, district, now), await listEnded(db, district, { now, since: toldSince(now) })];
  const name = district.name;
  const t = translator(locale);
  return calendarResponse(
    {
      name: asked
        ? t("site:calendar.name_search", { district: name, search: (await searchSayer(context, district))(asked) })
        : t("site:calendar.name", { district: name }),
      source: origin + paths.listCalendar(locale, district.slug, kept, remindDays),
      events: [...listed, ...ended.filter((each) => isCalledOff(each, district))].flatMap((listing) =>
        listingEvents(district, listing, { locale, origin, remindDays }),
      ),
    },
    { ...publicPage(), "Last-Modified": now.toUTCString() },
  );
}

/** What the person of a secret link saved, wherever; for whoever has the link, and for no cache and no search engine. */
export async function answerSavedCalendar({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const { db, locale, origin, keys } = context;
  const token = params.token ?? "";
  const linkId = keys.read(CALENDAR_PURPOSE, token);
  const calendar = linkId && (await readSavedCalendar(db, linkId));
  if (!calendar) throw notFound();
  const wait = await countTry(context, "calendar", calendar.id);
  if (wait !== null) return waitAWhile(wait);
  const events = [];
  for (const districtId of new Set(calendar.saved.map((each) => each.districtId))) {
    const district = (await getDistrict(db, districtId))!;
    const ids = calendar.saved.filter((each) => each.districtId === districtId).map(({ listingId }) => listingId);
    const { remindDays } = calendar;
    for (const listing of await listKept(context, district, ids))
      events.push(...listingEvents(district, listing, { locale, origin, remindDays }));
  }
  const name = translator(locale)("site:saved.title");
  const source = origin + paths.savedCalendar(locale, token);
  return calendarResponse(
    { name, source, events },
    { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" },
  );
}

type Dated = PublishedListing & { endedAt?: Date };

async function listFound({ db, search, now }: RequestContext, district: District, kept: URLSearchParams) {
  const { criteria } = await askedOf(db, district, readQuery(kept), { now, pageSize: MOST_LISTINGS });
  const { hits } = await search.search({ ...criteria, sort: "newest" });
  const ids = hits.map(({ id }) => id);
  return listPublished(db, district, ids, now);
}

/** What was called off is so for a while; what was over by its own last day goes on for who has a place in it. */
async function listKept({ db, now }: RequestContext, district: District, ids: readonly string[]): Promise<Dated[]> {
  const listed = await listPublished(db, district, ids, now);
  const ended = await listEnded(db, district, { now, since: null, ids });
  return [
    ...listed,
    ...ended.flatMap((each): Dated[] => {
      if (isCalledOff(each, district)) return each.endedAt >= toldSince(now) ? [each] : [];
      const { endedAt: _endedAt, ...listing } = each;
      return [listing];
    }),
  ];
}

const isCalledOff = ({ closesOn, endedAt }: { closesOn: string | null; endedAt: Date }, { timeZone }: District) =>
  isCancelled(closesOn, localDate(endedAt, timeZone));

const calendarResponse = (calendar: Calendar, headers: Record<string, string>) =>
  new Response(calendarFile(calendar), { headers: { ...headers, "Content-Type": "text/calendar; charset=utf-8" } });

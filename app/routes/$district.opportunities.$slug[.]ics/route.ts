import type { LoaderFunctionArgs } from "@remix-run/node";
import { wordingOf } from "#app/domain/opportunities/wording.ts";
import { notFound } from "#app/http/id-param.ts";
import { listingFileAsked } from "#app/http/listing-file.server.ts";
import { publicPage } from "#app/http/public-page.ts";
import { calendarFile } from "#app/publishing/calendar.ts";
import { listingEvents } from "#app/publishing/listing-events.ts";

/** The dates of a listing for a reader's own calendar; not found where it has none. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale, origin } = args.context;
  const { district, listing } = await listingFileAsked(args);
  const events = listingEvents(district, listing, { locale, origin, remindDays: null });
  if (events.length === 0) throw notFound();
  const file = calendarFile({ name: wordingOf(listing.content, locale).title.text, events });
  return new Response(file, {
    headers: {
      ...publicPage(),
      "Content-Type": "text/calendar; charset=utf-8",
    },
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerListCalendar } from "#app/http/calendars.server.ts";

/** A search of the list, or all of it, as a calendar that is subscribed to. */
export function loader(args: LoaderFunctionArgs) {
  return answerListCalendar(args);
}

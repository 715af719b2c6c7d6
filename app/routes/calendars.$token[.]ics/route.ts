import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerSavedCalendar } from "#app/http/calendars.server.ts";

/** What somebody saved as a calendar, for the program that has its secret address. */
export function loader(args: LoaderFunctionArgs) {
  return answerSavedCalendar(args);
}

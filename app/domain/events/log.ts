import { EVENT_KINDS, type EventKind } from "./event-names.ts";

export const LOG_PAGE_SIZE = 50;

/** What an admin asks the log for; days are the district's. */
export interface LogFilter {
  kind?: EventKind;
  /** Who did it, or whom it is about. */
  personId?: string;
  from?: string;
  to?: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const EARLIEST = "2000-01-01";
const LATEST = "2100-01-01";

/** From an address or a form; what makes no sense there is not asked for. */
export function readLogFilter(asked: URLSearchParams | FormData): LogFilter {
  const text = (name: string) => {
    const value = asked.get(name);
    return typeof value === "string" ? value : "";
  };
  const kind = EVENT_KINDS.find((each) => each === text("kind"));
  const personId = UUID.test(text("person")) ? text("person") : undefined;
  const [from, to] = [dayOf(text("from")), dayOf(text("to"))];
  return { ...(kind && { kind }), ...(personId && { personId }), ...(from && { from }), ...(to && { to }) };
}

export const readCursor = (text: string | null) => (text && UUID.test(text) ? text : undefined);

function dayOf(text: string) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < EARLIEST || text > LATEST) return undefined;
  const instant = new Date(`${text}T00:00:00Z`);
  // February 30 is March 2 to a Date.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text) ? text : undefined;
}

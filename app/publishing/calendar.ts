/**
 * A calendar as RFC 5545 and 7986 want it. Written here because the small libraries ask for another one that knows
 * zones, and for a third that holds their rules; a test has `ical.js` read back what comes out.
 */
import { addDays, clockChanges, instantAt, isoOffset, offsetOf } from "#app/domain/districts/zone.ts";

export interface CalendarEvent {
  /** The same for the same thing, so that a calendar that gets it again renews it. */
  uid: string;
  /** When what it says was last said, and how often that was. */
  changedAt: Date;
  sequence: number;
  title: string;
  about: string;
  place: string | null;
  /** Of its page. */
  url: string;
  timeZone: string;
  /** `YYYY-MM-DD` in its zone. */
  startsOn: string;
  /** The last day, of what takes whole days. */
  endsOn: string;
  /** `HH:MM`; null: the whole day. */
  times: { from: string; to: string } | null;
  /** An `RRULE` without its end, and its last day. */
  again: { rule: string; until: string | null } | null;
  /** It will not be: calendars that hold it strike it out. */
  isCancelled: boolean;
  /** A reminder at nine in the morning, so many days before. */
  remindDays: number | null;
}

const YEARS_AHEAD = 3;
const PRODUCT = "-//Waypost//Waypost//EN";
/** How long a calendar that subscribed may rest before it asks again. */
const REFRESH = "PT12H";

export interface Calendar {
  name: string;
  /** Its own address, of one that is subscribed to. */
  source?: string;
  events: readonly CalendarEvent[];
}

export function calendarFile({ name, source, events }: Calendar): string {
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${PRODUCT}`, "CALSCALE:GREGORIAN", "METHOD:PUBLISH"],
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...(source ? [`SOURCE;VALUE=URI:${source}`] : []),
    ...(source ? [`REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`, `X-PUBLISHED-TTL:${REFRESH}`] : []),
    ...zonesOf(events),
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(event: CalendarEvent): string[] {
  const { startsOn, endsOn, times, again, place, timeZone, changedAt, isCancelled, remindDays } = event;
  const at = (name: string, date: string, time: string) =>
    `${name};TZID=${timeZone}:${compact(date)}T${time.replace(":", "")}00`;
  const when = times
    ? [at("DTSTART", startsOn, times.from), at("DTEND", startsOn, times.to)]
    : // The end of whole days is the day after.
      [`DTSTART;VALUE=DATE:${compact(startsOn)}`, `DTEND;VALUE=DATE:${compact(addDays(endsOn, 1))}`];
  // The last time is an instant where the first is: the end of that day.
  const until =
    again?.until && `;UNTIL=${inUtc(new Date(instantAt(addDays(again.until, 1), "00:00", timeZone).getTime() - 1000))}`;
  return [
    ...["BEGIN:VEVENT", `UID:${event.uid}`, `DTSTAMP:${inUtc(changedAt)}`, `LAST-MODIFIED:${inUtc(changedAt)}`],
    ...[`SEQUENCE:${event.sequence}`, ...when],
    ...(again ? [`RRULE:${again.rule}${until || ""}`] : []),
    `SUMMARY:${escaped(event.title)}`,
    ...(event.about ? [`DESCRIPTION:${escaped(event.about)}`] : []),
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(isCancelled ? ["STATUS:CANCELLED"] : []),
    ...[`URL:${event.url}`, times ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT"],
    ...(remindDays !== null && !isCancelled ? alarm(event.title, remindDays) : []),
    "END:VEVENT",
  ];
}

/** Nine in the morning is fifteen hours before the end of that day. */
const alarm = (title: string, days: number) => [
  ...["BEGIN:VALARM", "ACTION:DISPLAY", `TRIGGER:-P${days > 1 ? `${days - 1}D` : ""}T15H`],
  ...[`DESCRIPTION:${escaped(title)}`, "END:VALARM"],
];

/** Each zone that times are said in, from the first of them on. */
function zonesOf(events: readonly CalendarEvent[]): string[] {
  const firsts = new Map<string, string>();
  for (const { times, timeZone, startsOn } of events) {
    const first = firsts.get(timeZone);
    if (times && (!first || startsOn < first)) firsts.set(timeZone, startsOn);
  }
  return [...firsts].flatMap(([timeZone, first]) => zone(timeZone, first));
}

/** The zone's clock changes from the year before the first day on, each by itself: no rule of any zone is known here. */
function zone(timeZone: string, first: string): string[] {
  const [from, to] = [addDays(first, -400), addDays(first, 366 * YEARS_AHEAD)].map(
    (date) => new Date(`${date}T00:00:00Z`),
  ) as [Date, Date];
  const start = offsetOf(from, timeZone);
  const changes = [{ at: from, from: start, to: start }, ...clockChanges(timeZone, from, to)];
  const standard = Math.min(...changes.map((change) => change.to));
  const part = ({ at, from, to }: (typeof changes)[number]) => {
    const kind = to > standard ? "DAYLIGHT" : "STANDARD";
    const local = new Date(at.getTime() + from * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, "");
    return [
      `BEGIN:${kind}`,
      `DTSTART:${local}`,
      `TZOFFSETFROM:${offset(from)}`,
      `TZOFFSETTO:${offset(to)}`,
      `END:${kind}`,
    ];
  };
  return ["BEGIN:VTIMEZONE", `TZID:${timeZone}`, ...changes.flatMap(part), "END:VTIMEZONE"];
}

const offset = (minutes: number) => isoOffset(minutes).replace(":", "");
const compact = (date: string) => date.replaceAll("-", "");
const inUtc = (instant: Date) => `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** What no text in a calendar may hold; a line end in it is written as two signs. */
const NO_TEXT = /[^\P{Cc}\t]|\p{Cs}/gu;
const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(NO_TEXT, "\uFFFD");

/** Lines of at most 75 octets; a character is never cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(part);
      [part, octets] = ["", 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}

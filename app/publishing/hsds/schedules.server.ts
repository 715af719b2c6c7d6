import { instantAt, isoOffset, offsetOf } from "#app/domain/districts/zone.ts";
import { DAYS } from "#app/domain/opportunities/choices.ts";
import { readRule } from "#app/domain/opportunities/recurrence.ts";
import type { PublishedListing } from "#app/domain/listings/published.server.ts";
import { derivedId, known, type HsdsRecord } from "./record.server.ts";

const RFC_DAYS: Record<string, string> = {
  mon: "MO",
  tue: "TU",
  wed: "WE",
  thu: "TH",
  fri: "FR",
  sat: "SA",
  sun: "SU",
};

/** When a service is there: its regular week, and each of its shifts. */
export function schedulesOf({ id, content }: PublishedListing, timeZone: string, asOf: string): HsdsRecord[] {
  const regular = regularWeek(content, timeZone, asOf);
  const shifts = content.shifts.map((shift) => ofShift(shift, content.endsOn, timeZone));
  return [...(regular ? [regular] : []), ...shifts].map((schedule, n) =>
    known({ id: derivedId(id, "schedule", n), service_id: id, ...schedule }),
  );
}

type Content = PublishedListing["content"];

function regularWeek(content: Content, timeZone: string, asOf: string) {
  const { days, startTime, endTime, startsOn, endsOn, schedule } = content;
  if (!schedule && days.length === 0 && !startTime && !startsOn && !endsOn) return null;
  return {
    valid_from: startsOn,
    valid_to: endsOn,
    ...(days.length > 0 && {
      freq: "WEEKLY",
      byday: DAYS.filter((day) => days.includes(day))
        .map((day) => RFC_DAYS[day])
        .join(","),
    }),
    ...hours({ startTime, endTime }, startsOn ?? asOf, timeZone),
    description: schedule,
  };
}

function ofShift(
  { startsOn, startTime, endTime, rule }: Content["shifts"][number],
  endsOn: string | null,
  timeZone: string,
) {
  const recurrence = rule === null ? null : readRule(rule);
  return {
    dtstart: startsOn,
    until: recurrence ? (recurrence.until ?? endsOn) : startsOn,
    freq: recurrence && "WEEKLY",
    interval: recurrence?.everyWeeks,
    byday: recurrence?.days.map((day) => RFC_DAYS[day]).join(","),
    ...hours({ startTime, endTime }, startsOn, timeZone),
  };
}

/** `09:00-05:00`: the district's clock as it stands on the first day. */
function hours(
  { startTime, endTime }: { startTime: string | null; endTime: string | null },
  day: string,
  zone: string,
) {
  if (!startTime && !endTime) return {};
  const minutes = offsetOf(instantAt(day, "12:00", zone), zone);
  const at = (time: string | null) => time && `${time.slice(0, 5)}${isoOffset(minutes)}`;
  return { opens_at: at(startTime), closes_at: at(endTime), timezone: minutes / 60 };
}

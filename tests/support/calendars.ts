import ICAL from "ical.js";
import { expect } from "vitest";

/** A calendar as a program that is not ours reads it; its lines are looked at on the way. */
export function readCalendar(text: string) {
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  return { calendar, events };
}

/** The first starts of an event, as instants. */
export function startsOf(event: ICAL.Event, most: number) {
  const all = event.iterator();
  return Array.from({ length: most }, () => all.next()?.toJSDate().toISOString());
}

/** What a property of an event says, as text. */
export const saysOf = ({ component }: ICAL.Event, name: string) => component.getFirstPropertyValue(name)?.toString();

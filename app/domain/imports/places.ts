import type { Point } from "../districts/distance.ts";
import { LONGEST } from "../opportunities/limits.ts";
import { US_STATES } from "../opportunities/us-states.ts";
import { done, refused, type Outcome } from "../context.ts";
import { tidyLine } from "../opportunities/plain-text.ts";
import { cutText, normalizeWords } from "./text-values.ts";

export interface Address {
  street: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  point: Point | null;
}

/** A ZIP area is rarely wider; a point farther from its ZIP's is somebody's mistake. */
export const MAX_MILES_FROM_ZIP = 40;

/** All of the states, Puerto Rico and the territories, without the empty ocean east and south of them. */
const US = { south: 13, north: 72, west: -180, east: -64 };
const GUAM = { south: 13, north: 21, west: 144, east: 147 };
const within = (point: Point, box: typeof US) =>
  point.latitude >= box.south &&
  point.latitude <= box.north &&
  point.longitude >= box.west &&
  point.longitude <= box.east;

export function parsePoint(
  latitude: string,
  longitude: string,
): Outcome<Point, "point_unreadable" | "point_outside_us"> {
  const numbers = [latitude, longitude].map((cell) =>
    /^[+-]?\d{1,3}(?:\.\d{1,20})?$/.test(cell.trim()) ? Number(cell) : NaN,
  );
  const point = { latitude: numbers[0] ?? NaN, longitude: numbers[1] ?? NaN };
  if (Number.isNaN(point.latitude + point.longitude)) return refused("point_unreadable");
  return within(point, US) || within(point, GUAM) ? done(point) : refused("point_outside_us");
}

/** Five digits, or five plus four; a spreadsheet eats leading zeros, which are given back. */
export function parseZip(cell: string): { zip: string; padded: boolean } | null {
  const match = /^(\d{3,5})(?:[- ]?\d{4})?(?:\.0)?$/.exec(cell.trim());
  const digits = match?.[1];
  return digits ? { zip: digits.padStart(5, "0"), padded: digits.length < 5 } : null;
}

/**
 * An address as open-data portals export it: street, then "City, ST 12345", then "(lat, lng)", each on a line of its
 * own and each optional.
 */
export function parseLocation(cell: string): Address {
  const address: Address = { street: null, city: null, state: null, zip: null, point: null };
  const rest: string[] = [];
  for (const line of cell
    .slice(0, 2_000)
    .split(/[\r\n]+/)
    .map(tidyLine)) {
    const pair = /^\(?\s*(-?\d{1,3}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)\s*\)?$/.exec(line);
    const town = /^(.{1,60}), ?([A-Z]{2})(?: (\d{5})(?:-\d{4})?)?$/.exec(line);
    if (pair) {
      const point = parsePoint(pair[1] ?? "", pair[2] ?? "");
      if (point.ok) address.point = point.value;
    } else if (town && isState(town[2] ?? "")) {
      address.city = town[1] ?? null;
      address.state = town[2] ?? null;
      address.zip = town[3] ?? null;
    } else if (line) rest.push(line);
  }
  address.street = cutText(rest.join(", "), LONGEST.street) || null;
  return address;
}

/** In the order of `US_STATES`. */
const STATE_NAMES = (
  "alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,district of columbia,florida,georgia,hawaii," +
  "idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi," +
  "missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico,new york,north carolina,north dakota,ohio," +
  "oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,tennessee,texas,utah,vermont,virginia," +
  "washington,west virginia,wisconsin,wyoming,american samoa,guam,northern mariana islands,puerto rico,virgin islands"
).split(",");
const isState = (code: string) => US_STATES.includes(code);

/** "IL" or "Illinois" as its two letters, else null. */
export function parseState(cell: string) {
  const code = cell.trim().toUpperCase();
  return isState(code) ? code : (US_STATES[STATE_NAMES.indexOf(normalizeWords(cell))] ?? null);
}

import { milesBetween, type Point } from "../districts/distance.ts";
import { LONGEST } from "../opportunities/limits.ts";
import type { PointSource } from "./draft.ts";
import { MAX_MILES_FROM_ZIP, parseLocation, parsePoint, parseState, parseZip } from "./places.ts";
import type { RowReader } from "./row-reader.ts";

/** Points of the ZIP codes a file names. */
export type ZipPoints = ReadonlyMap<string, Point & { city: string; state: string }>;

interface Place {
  street: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
  pointFrom: PointSource | null;
}

/**
 * Where a row is. Columns of their own are believed before an address in one cell, and that before the ZIP code's
 * point; a point outside of the country or far from the row's ZIP code is not believed.
 */
export function draftPlace(reader: RowReader, zips: ZipPoints): Place {
  const location = parseLocation(reader.raw("location"));
  const zip = readZip(reader, zips) ?? (location.zip && zips.has(location.zip) ? location.zip : null);
  const zipPoint = (zip && zips.get(zip)) || null;
  const state = readState(reader) ?? location.state ?? zipPoint?.state ?? null;
  const { point, pointFrom } = readPoint(reader, location.point, zipPoint);
  return {
    street: reader.line("street", LONGEST.street) ?? location.street,
    city: reader.line("city", LONGEST.city) ?? location.city ?? zipPoint?.city ?? null,
    state,
    zip,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    pointFrom,
  };
}

function readZip(reader: RowReader, zips: ZipPoints) {
  if (!reader.has("zip")) return null;
  const parsed = parseZip(reader.raw("zip"));
  if (!parsed || !zips.has(parsed.zip)) {
    reader.problem("zip", "zip_unknown");
    return null;
  }
  if (parsed.padded) reader.problem("zip", "zip_padded");
  return parsed.zip;
}

function readState(reader: RowReader) {
  if (!reader.has("state")) return null;
  const state = parseState(reader.raw("state"));
  if (!state) reader.problem("state", "state_unknown");
  return state;
}

function readPoint(
  reader: RowReader,
  fromLocation: Point | null,
  zipPoint: Point | null,
): { point: Point | null; pointFrom: PointSource | null } {
  const near = (point: Point) => !zipPoint || milesBetween(point, zipPoint) <= MAX_MILES_FROM_ZIP;
  if (reader.has("latitude") || reader.has("longitude")) {
    const parsed = parsePoint(reader.raw("latitude"), reader.raw("longitude"));
    if (parsed.ok && near(parsed.value)) return { point: parsed.value, pointFrom: "columns" };
    reader.problem("latitude", parsed.ok ? "point_far_from_zip" : parsed.refusal);
  }
  if (fromLocation) {
    if (near(fromLocation)) return { point: fromLocation, pointFrom: "location" };
    reader.problem("location", "point_far_from_zip");
  }
  return zipPoint ? { point: zipPoint, pointFrom: "zip" } : { point: null, pointFrom: null };
}

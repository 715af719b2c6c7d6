/** Degrees, WGS 84. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** Mean radius. */
export const EARTH_MILES = 3958.7613;
const RADIANS = Math.PI / 180;

/** Great-circle miles between two points in degrees; NaN when one is unknown. */
export function milesBetween(a: Point, b: Point): number {
  const dLat = (b.latitude - a.latitude) * RADIANS;
  const dLon = (b.longitude - a.longitude) * RADIANS;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_MILES * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** Points of a district on a small drawing: where each stands, and how long a mile is. No outside map is asked. */
import { milesBetween } from "#app/domain/districts/distance.ts";

export interface MapPoint {
  latitude: number;
  longitude: number;
}
export interface MapSchool extends MapPoint {
  name: string;
}
export type Pixel = { x: number; y: number };

export const MAP = { width: 480, height: 300, margin: 44 } as const;
const MILES_A_DEGREE = 69.05;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Null when the district has no school with a point. */
export function nearestSchool(place: MapPoint, schools: readonly MapSchool[]) {
  let nearest: { school: MapSchool; miles: number } | null = null;
  for (const school of schools) {
    const miles = milesBetween(place, school);
    if (!nearest || miles < nearest.miles) nearest = { school, miles };
  }
  return nearest;
}

/** Equirectangular around the middle of the points: exact enough across a district. */
export function projection(points: readonly MapPoint[]) {
  const latitudes = points.map((point) => point.latitude);
  const longitudes = points.map((point) => point.longitude);
  const middle = {
    latitude: (Math.min(...latitudes) + Math.max(...latitudes)) / 2,
    longitude: (Math.min(...longitudes) + Math.max(...longitudes)) / 2,
  };
  const squeeze = Math.cos(radians(middle.latitude));
  const high = Math.max((Math.max(...latitudes) - Math.min(...latitudes)) * MILES_A_DEGREE, 0.6);
  const wide = Math.max((Math.max(...longitudes) - Math.min(...longitudes)) * MILES_A_DEGREE * squeeze, 0.9);
  const pixelsAMile = Math.min((MAP.height - 2 * MAP.margin) / high, (MAP.width - 2 * MAP.margin) / wide);
  const project = ({ latitude, longitude }: MapPoint): Pixel => ({
    x: Math.round(MAP.width / 2 + (longitude - middle.longitude) * MILES_A_DEGREE * squeeze * pixelsAMile),
    y: Math.round(MAP.height / 2 - (latitude - middle.latitude) * MILES_A_DEGREE * pixelsAMile),
  });
  return { project, pixelsAMile };
}

/** The roundest length that is drawn between a seventh and a third of the width. */
export const scaleMiles = (pixelsAMile: number) =>
  [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100].find((miles) => miles * pixelsAMile > MAP.width / 7) ?? 200;

import { useLocale, useT } from "#app/i18n/locale.tsx";
import { milesInWords } from "./listing-words.ts";

export interface MapPoint {
  latitude: number;
  longitude: number;
}
export interface MapSchool extends MapPoint {
  name: string;
}

const WIDTH = 480;
const HEIGHT = 300;
const MARGIN = 44;
const EARTH_MILES = 3958.8;
const MILES_A_DEGREE = 69.05;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in miles. */
export function milesBetween(a: MapPoint, b: MapPoint) {
  const half = (x: number) => Math.sin(radians(x) / 2) ** 2;
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Null when the district has no school with a point. */
export function nearestSchool(place: MapPoint, schools: readonly MapSchool[]) {
  let nearest: { school: MapSchool; miles: number } | null = null;
  for (const school of schools) {
    const miles = milesBetween(place, school);
    if (!nearest || miles < nearest.miles) nearest = { school, miles };
  }
  return nearest;
}

/**
 * Where a listing is among the district's schools: points and a scale, no streets, since no outside map is asked.
 * The nearest schools decide what part of the district it shows.
 */
export function LocatorMap({
  place,
  label,
  schools,
  district,
}: {
  place: MapPoint;
  label: string;
  schools: readonly MapSchool[];
  district: string;
}) {
  const t = useT();
  const locale = useLocale();
  const near = [...schools].sort((a, b) => milesBetween(place, a) - milesBetween(place, b)).slice(0, 5);
  const { project, pixelsAMile } = projection([place, ...near]);
  const nearest = nearestSchool(place, schools);
  const here = project(place);
  const miles = scaleMiles(pixelsAMile);
  const alt = nearest
    ? t("listing:map.alt_nearest", {
        place: label,
        distance: milesInWords(t, locale, nearest.miles),
        school: nearest.school.name,
      })
    : t("listing:map.alt", { place: label, district });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={alt} className="locator-map">
      <rect width={WIDTH} height={HEIGHT} className="map-ground" />
      {[1, 2, 3, 4].map((ring) => (
        <circle key={ring} cx={here.x} cy={here.y} r={ring * miles * pixelsAMile} className="map-ring" />
      ))}
      {nearest && near.length > 0 && <Route from={project(nearest.school)} to={here} />}
      {near.map((school, index) => (
        <School key={school.name} at={project(school)} name={index < 3 ? school.name : null} />
      ))}
      <g transform={`translate(${here.x} ${here.y})`}>
        <path d="M0 0v-34" className="map-post" />
        <path d="M-2-34h30l7 8-7 8H-2z" className="map-plank" />
        <circle r="4" className="map-foot" />
      </g>
      <g transform={`translate(16 ${HEIGHT - 16})`} className="map-scale">
        <path d={`M0-5v5h${(miles * pixelsAMile).toFixed(1)}v-5`} />
        <text x="6" y="-8">
          {t("listing:map.scale", { count: miles })}
        </text>
      </g>
    </svg>
  );
}

type Pixel = { x: number; y: number };

function Route({ from, to }: { from: Pixel; to: Pixel }) {
  const bend = (to.x - from.x) * 0.12;
  return (
    <path
      d={`M${from.x} ${from.y}Q${(from.x + to.x) / 2} ${(from.y + to.y) / 2 - bend} ${to.x} ${to.y}`}
      className="map-route"
    />
  );
}

function School({ at, name }: { at: Pixel; name: string | null }) {
  const onRight = at.x < WIDTH * 0.6;
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <circle r="6" className="map-school" />
      {name && (
        <text x={onRight ? 11 : -11} y="4.5" textAnchor={onRight ? "start" : "end"} className="map-name">
          {name}
        </text>
      )}
    </g>
  );
}

/** Equirectangular around the middle: exact enough across a district. */
function projection(points: readonly MapPoint[]) {
  const latitudes = points.map((point) => point.latitude);
  const longitudes = points.map((point) => point.longitude);
  const middle = {
    latitude: (Math.min(...latitudes) + Math.max(...latitudes)) / 2,
    longitude: (Math.min(...longitudes) + Math.max(...longitudes)) / 2,
  };
  const squeeze = Math.cos(radians(middle.latitude));
  const high = Math.max((Math.max(...latitudes) - Math.min(...latitudes)) * MILES_A_DEGREE, 0.6);
  const wide = Math.max((Math.max(...longitudes) - Math.min(...longitudes)) * MILES_A_DEGREE * squeeze, 0.9);
  const pixelsAMile = Math.min((HEIGHT - 2 * MARGIN) / high, (WIDTH - 2 * MARGIN) / wide);
  const project = ({ latitude, longitude }: MapPoint): Pixel => ({
    x: Math.round(WIDTH / 2 + (longitude - middle.longitude) * MILES_A_DEGREE * squeeze * pixelsAMile),
    y: Math.round(HEIGHT / 2 - (latitude - middle.latitude) * MILES_A_DEGREE * pixelsAMile),
  });
  return { project, pixelsAMile };
}

/** The roundest length that is drawn between a seventh and a third of the width. */
const scaleMiles = (pixelsAMile: number) =>
  [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100].find((miles) => miles * pixelsAMile > WIDTH / 7) ?? 200;

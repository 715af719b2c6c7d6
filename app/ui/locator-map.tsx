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
  others = [],
  label,
  schools,
  district,
}: {
  place: MapPoint;
  /** More places of the same, drawn smaller; the text beside the map names them. */
  others?: readonly MapPoint[];
  label: string;
  schools: readonly MapSchool[];
  district: string;
}) {
  const t = useT();
  const locale = useLocale();
  const near = [...schools].sort((a, b) => milesBetween(place, a) - milesBetween(place, b)).slice(0, 5);
  const { project, pixelsAMile } = projection([place, ...others, ...near]);
  const nearest = nearestSchool(place, schools);
  const here = project(place);
  const miles = scaleMiles(pixelsAMile);
  const spots = near.map((school) => ({ at: project(school), name: school.name }));
  const labels = placeLabels(spots, here);
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
      {spots.map(({ at, name }, index) => (
        <School key={name} at={at} name={name} label={labels[index] ?? null} />
      ))}
      {others.map(project).map(({ x, y }, index) => (
        <g key={index} transform={`translate(${x} ${y}) scale(0.7)`}>
          <Signpost />
        </g>
      ))}
      <g transform={`translate(${here.x} ${here.y})`}>
        <Signpost />
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

const Signpost = () => (
  <>
    <path d="M0 0v-34" className="map-post" />
    <path d="M-2-34h30l7 8-7 8H-2z" className="map-plank" />
    <circle r="4" className="map-foot" />
  </>
);

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

function School({ at, name, label }: { at: Pixel; name: string; label: Label | null }) {
  return (
    <>
      <circle cx={at.x} cy={at.y} r="6" className="map-school" />
      {label && (
        <text x={label.at} y={label.y + 13} textAnchor={label.anchor} className="map-name">
          {name}
        </text>
      )}
    </>
  );
}

/** Top left corner and width of what is taken on the map. */
interface Box {
  x: number;
  y: number;
  wide: number;
}
interface Label extends Box {
  at: number;
  anchor: "start" | "middle" | "end";
}
const LETTER = 7.2;
const LINE = 18;

/** Each name right of its point, else left, below or above; where it would cover something, it is left out. */
function placeLabels(points: readonly { at: Pixel; name: string }[], here: Pixel): (Label | null)[] {
  const sign = [-46, -28, -9].map((up) => ({ x: here.x - 6, y: here.y + up, wide: up === -46 ? 46 : 14 }));
  const scale = { x: 0, y: HEIGHT - 38, wide: WIDTH / 3 };
  const taken: Box[] = [scale, ...sign, ...points.map(({ at }) => ({ x: at.x - 8, y: at.y - 9, wide: 16 }))];
  const overlaps = (a: Box, b: Box) => a.x < b.x + b.wide && b.x < a.x + a.wide && a.y < b.y + LINE && b.y < a.y + LINE;
  return points.map(({ at, name }) => {
    const wide = name.length * LETTER;
    const label = (
      [
        { x: at.x + 11, y: at.y - 9, wide, at: at.x + 11, anchor: "start" },
        { x: at.x - 11 - wide, y: at.y - 9, wide, at: at.x - 11, anchor: "end" },
        { x: at.x - wide / 2, y: at.y + 9, wide, at: at.x, anchor: "middle" },
        { x: at.x - wide / 2, y: at.y - 9 - LINE, wide, at: at.x, anchor: "middle" },
      ] satisfies Label[]
    ).find((box) => box.x > 4 && box.x + wide < WIDTH - 4 && !taken.some((other) => overlaps(box, other)));
    if (label) taken.push(label);
    return label ?? null;
  });
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

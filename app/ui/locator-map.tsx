import { useLocale, useT } from "#app/i18n/locale.tsx";
import { milesBetween } from "#app/domain/districts/distance.ts";
import { milesInWords } from "./listing-words.ts";
import { placeLabels } from "./map-labels.ts";
import { Ground, Scale, School } from "./map-parts.tsx";
import {
  MAP,
  nearestSchool,
  projection,
  scaleMiles,
  type MapPoint,
  type MapSchool,
  type Pixel,
} from "./map-projection.ts";

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
  const labels = placeLabels(spots, signBoxes(here));
  const alt = nearest
    ? t("listing:map.alt_nearest", {
        place: label,
        distance: milesInWords(t, locale, nearest.miles),
        school: nearest.school.name,
      })
    : t("listing:map.alt", { place: label, district });
  return (
    <svg viewBox={`0 0 ${MAP.width} ${MAP.height}`} role="img" aria-label={alt} className="locator-map">
      <Ground />
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
      <Scale pixelsAMile={pixelsAMile} />
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

/** What the signpost covers. */
const signBoxes = (here: Pixel) =>
  [-46, -28, -9].map((up) => ({ x: here.x - 6, y: here.y + up, wide: up === -46 ? 46 : 14 }));

function Route({ from, to }: { from: Pixel; to: Pixel }) {
  const bend = (to.x - from.x) * 0.12;
  return (
    <path
      d={`M${from.x} ${from.y}Q${(from.x + to.x) / 2} ${(from.y + to.y) / 2 - bend} ${to.x} ${to.y}`}
      className="map-route"
    />
  );
}

import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { writeCells } from "#app/search/map-cells.ts";
import { milesInWords } from "../listing-words.ts";
import { placeLabels } from "../map-labels.ts";
import { Ground, Scale, School } from "../map-parts.tsx";
import { MAP, nearestSchool, projection, type MapPoint, type MapSchool } from "../map-projection.ts";
import { withOne } from "./list-address.ts";
import { clustersOf, countOf, middleOfAll, spotsNear, spotsOf, type Cluster } from "./map-clusters.ts";

const MOST_SCHOOLS = 8;
const LINE = 18;

/**
 * Where all that was found is, as numbers to choose from among the schools; the list below says the same in words. Drawn
 * by the server from our own points.
 */
export function ListMap({
  district,
  params,
  cells,
  total,
  schools,
  around,
}: {
  district: string;
  params: URLSearchParams;
  /** Of the grid, with how many found in each. */
  cells: Record<string, number>;
  total: number;
  schools: readonly MapSchool[];
  /** The place that was asked for. */
  around: MapPoint | null;
}) {
  const t = useT();
  const locale = useLocale();
  const spots = spotsOf(cells);
  if (spots.length === 0) return <p className="list-map-none">{t("list:map.none")}</p>;
  const shown = spotsNear(spots, around ?? middleOfAll(schools.length > 0 ? schools : spots));
  const { project, pixelsAMile } = projection([...shown, ...(around ? [around] : [])]);
  const clusters = clustersOf(shown, project);
  const landmarks = schools
    .map((school) => ({ at: project(school), name: school.name }))
    .filter(({ at }) => at.x > 8 && at.x < MAP.width - 8 && at.y > 8 && at.y < MAP.height - 8)
    .slice(0, MOST_SCHOOLS);
  const labels = placeLabels(landmarks, clusters.flatMap(boxesOf));
  const [onMap, farther, elsewhere] = [countOf(shown), countOf(spots) - countOf(shown), total - countOf(spots)];
  return (
    <figure className="map-figure list-map">
      <svg
        viewBox={`0 0 ${MAP.width} ${MAP.height}`}
        role="group"
        aria-label={t("list:map.label")}
        className="locator-map"
      >
        <Ground />
        {landmarks.map(({ at, name }, index) => (
          <School key={name} at={at} name={name} label={labels[index] ?? null} />
        ))}
        {clusters.map((cluster) => (
          <a
            key={`${cluster.latitude} ${cluster.longitude}`}
            href={paths.list(locale, district, withOne(params, "area", writeCells(cluster.cells)))}
            data-swap=""
            className="map-cluster"
            aria-label={inWords(t, locale, cluster, schools)}
          >
            <circle cx={cluster.at.x} cy={cluster.at.y} r={radiusOf(cluster)} />
            <text x={cluster.at.x} y={cluster.at.y + 5} textAnchor="middle" aria-hidden="true">
              {cluster.count}
            </text>
          </a>
        ))}
        <Scale pixelsAMile={pixelsAMile} />
      </svg>
      <figcaption>
        {t("list:map.about", { count: onMap })} {landmarks.length > 0 && t("list:map.rings")}{" "}
        {farther > 0 && t("list:map.farther", { count: farther })}{" "}
        {elsewhere > 0 && t("list:map.elsewhere", { count: elsewhere })}
      </figcaption>
    </figure>
  );
}

function inWords(t: Translate, locale: Locale, cluster: Cluster, schools: readonly MapSchool[]): string {
  const { count } = cluster;
  const nearest = nearestSchool(cluster, schools);
  if (!nearest) return t("list:results", { count });
  const distance = milesInWords(t, locale, nearest.miles);
  return t("list:map.cluster", { count, distance, school: nearest.school.name });
}

const radiusOf = ({ count }: Cluster) => Math.min(22, 16 + 2 * String(count).length);

/** What a cluster covers, a line of letters each. */
function boxesOf(cluster: Cluster) {
  const r = radiusOf(cluster);
  const [x, y] = [cluster.at.x - r, cluster.at.y - r];
  return [0, LINE].map((down) => ({ x, y: y + down, wide: 2 * r }));
}

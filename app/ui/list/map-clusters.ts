/** What a search found, cell by cell, as a few clusters far enough apart to be read and pressed. */
import { milesBetween } from "#app/domain/districts/distance.ts";
import { middleOf } from "#app/search/map-cells.ts";
import type { MapPoint, Pixel } from "../map-projection.ts";

export interface Spot extends MapPoint {
  cells: string[];
  count: number;
}
export interface Cluster extends Spot {
  at: Pixel;
}

/** A side of a cell, or a little more. */
const CELL_MILES = 0.7;
/** Closer together two numbers would touch. */
const APART = 46;
/** Half as far again as nine in ten are, but no other part of the country. */
const FAR = { share: 0.9, times: 1.5, miles: 100 } as const;

export const spotsOf = (cells: Record<string, number>): Spot[] =>
  Object.entries(cells).map(([cell, count]) => ({ ...middleOf(cell), cells: [cell], count }));

export const countOf = (spots: readonly Spot[]) => spots.reduce((sum, { count }) => sum + count, 0);

export function middleOfAll(points: readonly MapPoint[]): MapPoint {
  const mean = (of: (point: MapPoint) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
}

/** Those near enough to `around` to be drawn: one listing in another state would leave the others in a dot. */
export function spotsNear(spots: readonly Spot[], around: MapPoint): Spot[] {
  const sorted = [...spots].sort((a, b) => milesBetween(around, a) - milesBetween(around, b));
  const enough = countOf(sorted) * FAR.share;
  let count = 0;
  const last = sorted.find((spot) => (count += spot.count) >= enough);
  const reach = last ? milesBetween(around, last) * FAR.times + CELL_MILES : 0;
  const near = sorted.filter((spot) => milesBetween(around, spot) <= Math.min(reach, FAR.miles));
  return near.length > 0 ? near : sorted;
}

/** The largest first. */
export function clustersOf(spots: readonly Spot[], project: (point: MapPoint) => Pixel): Cluster[] {
  let groups = spots.map((spot) => [spot]);
  for (;;) {
    const joined = join(groups, project);
    if (joined.length === groups.length) break;
    groups = joined;
  }
  return groups
    .map((members) => {
      const middle = weighted(members);
      return { ...middle, at: project(middle) };
    })
    .sort((a, b) => b.count - a.count);
}

/** Each joins the nearest of those before it that it would touch. */
function join(groups: readonly Spot[][], project: (point: MapPoint) => Pixel): Spot[][] {
  const joined: { members: Spot[]; at: Pixel }[] = [];
  for (const members of [...groups].sort((a, b) => countOf(b) - countOf(a))) {
    const at = project(weighted(members));
    const far = (other: Pixel) => Math.hypot(other.x - at.x, other.y - at.y);
    const near = joined.filter((other) => far(other.at) < APART).sort((a, b) => far(a.at) - far(b.at))[0];
    if (near) near.members.push(...members);
    else joined.push({ members: [...members], at });
  }
  return joined.map(({ members }) => members);
}

function weighted(members: readonly Spot[]): Spot {
  const count = countOf(members);
  const mean = (of: (spot: Spot) => number) => members.reduce((sum, spot) => sum + of(spot) * spot.count, 0) / count;
  const cells = members.flatMap((member) => member.cells);
  return { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude), cells, count };
}

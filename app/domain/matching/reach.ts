import type { Travel } from "../interests/interest-profile.ts";
import type { MatchIndex } from "./match-index.ts";

/** At this distance half the worth is left. A bus whose stop the partner names goes farther than one to be looked for. */
const HALF_WAY_MILES = { walk: 1, bus_unnamed: 2, bus: 5, ride: 10, ride_offered: 10 } as const;
const HALF_WAY_BY_ANY = 5;
/** How a place can be reached; a ride that the partner offers helps whoever told how they travel. */
export type Way = keyof typeof HALF_WAY_MILES;

const REMOTE_WORTH = 0.7;
export const UNKNOWN_PLACE_WORTH = 0.3;

/** What partners say of the way that matters here, a bit each. */
const TOLD_WAYS = ["bus", "ride_offered", "car_needed"] as const;
export const waysOf = (transport: readonly string[]) =>
  TOLD_WAYS.reduce((bits, way, i) => bits | (transport.includes(way) ? 1 << i : 0), 0);
const [BUS, RIDE_OFFERED, CAR_NEEDED] = [1, 2, 4];

/** For each of the sums of what partners say, the way that goes farthest for a learner, and how far. */
export interface Reach {
  ways: readonly (Way | null)[];
  /** In miles, squared. */
  halfWay: Float64Array;
}

export function reachOf(travel: readonly Travel[]): Reach {
  const all = Array.from({ length: 1 << TOLD_WAYS.length }, (_, told) => told);
  const ways = all.map((told) => farthest(waysFor(told, travel)));
  const isAny = travel.length === 0;
  return {
    ways: isAny ? all.map(() => null) : ways,
    halfWay: Float64Array.from(ways, (way) => (isAny ? HALF_WAY_BY_ANY : way === null ? 0 : HALF_WAY_MILES[way]) ** 2),
  };
}

function waysFor(told: number, travel: readonly Travel[]): Way[] {
  const ways: Way[] = [];
  // Where a car is needed, only a ride counts.
  if (!(told & CAR_NEEDED) && travel.includes("walk")) ways.push("walk");
  if (!(told & CAR_NEEDED) && travel.includes("bus")) ways.push(told & BUS ? "bus" : "bus_unnamed");
  if (travel.includes("ride")) ways.push("ride");
  if (told & RIDE_OFFERED) ways.push("ride_offered");
  return ways;
}

/** Of equal ones the learner's own. */
const farthest = (ways: readonly Way[]) =>
  ways.reduce<Way | null>((best, way) => (best && HALF_WAY_MILES[best] >= HALF_WAY_MILES[way] ? best : way), null);

/** `square`: of the miles; NaN: the listing has no point. */
export function placeWorth(index: MatchIndex, row: number, square: number, { halfWay }: Reach): number {
  if (index.remote[row] === 1) return REMOTE_WORTH;
  if (Number.isNaN(square)) return UNKNOWN_PLACE_WORTH;
  return left(square, halfWay[index.ways[row]!]!);
}

/** The way its worth came from: what a partner says of it only where it made a difference; null when nothing was told. */
export function wayTo(index: MatchIndex, row: number, square: number, { ways, halfWay }: Reach): Way | null {
  const told = index.ways[row]!;
  const unaided = told & CAR_NEEDED;
  return left(square, halfWay[told]!) > left(square, halfWay[unaided]!) ? ways[told]! : ways[unaided]!;
}

const left = (square: number, halfWay: number) => (halfWay === 0 ? 0 : halfWay / (halfWay + square));

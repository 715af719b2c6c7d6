import { LRUCache } from "lru-cache";
import { inTurns } from "./in-turns.ts";

/** What is held of a district's documents. */
interface Held<R> {
  /** `changed` of the newest row applied. */
  readonly stamp: number;
  apply(rows: readonly R[]): void;
}

interface Following<R, H extends Held<R>> {
  hold(): H;
  /** At most `rowsAtOnce`, the earliest change first. */
  changedSince(districtId: string, stamp: number): Promise<R[]>;
  /** So many that a long list neither blocks the process nor runs into the statement's time limit. */
  rowsAtOnce: number;
}

const MOST_DISTRICTS = 200;

/**
 * Holds districts in memory, each brought up to date at every question by the rows changed since the last one. A first
 * question reads the whole list: those that come with it wait for it instead of reading it too.
 */
export function followDistricts<R, H extends Held<R>>({ hold, changedSince, rowsAtOnce }: Following<R, H>) {
  const districts = new LRUCache<string, () => Promise<H>>({ max: MOST_DISTRICTS });

  function following(districtId: string) {
    const held = hold();
    return inTurns(async () => {
      for (;;) {
        const rows = await changedSince(districtId, held.stamp);
        held.apply(rows);
        if (rows.length < rowsAtOnce) return held;
      }
    });
  }

  return (districtId: string): Promise<H> => {
    let follow = districts.get(districtId);
    if (!follow) districts.set(districtId, (follow = following(districtId)));
    return follow();
  };
}

export interface Drift {
  /** Learners see them, the engine does not know them. */
  missing: string[];
  /** Held in another version. */
  stale: string[];
  /** Held, and not on any list. */
  surplus: string[];
}

/** How an engine differs from the truth: listing id -> version on both sides. */
export function driftOf(truth: ReadonlyMap<string, number>, held: ReadonlyMap<string, number>): Drift {
  return {
    missing: [...truth.keys()].filter((id) => !held.has(id)),
    stale: [...truth].filter(([id, version]) => held.has(id) && held.get(id) !== version).map(([id]) => id),
    surplus: [...held.keys()].filter((id) => !truth.has(id)),
  };
}

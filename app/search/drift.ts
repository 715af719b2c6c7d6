export interface Drift {
  /** Learners see them, the engine does not know them. */
  missing: string[];
  /** Held in another version. */
  stale: string[];
  /** Held, and not on any list. */
  surplus: string[];
}

/**
 * How an engine differs from the truth: listing id -> version on both sides. `refused`: the versions it would not take,
 * which trying again does not mend.
 */
export function driftOf(
  truth: ReadonlyMap<string, number>,
  held: ReadonlyMap<string, number>,
  refused: ReadonlyMap<string, number> = new Map(),
): Drift {
  const wanted = [...truth].filter(([id, version]) => refused.get(id) !== version);
  return {
    missing: wanted.filter(([id]) => !held.has(id)).map(([id]) => id),
    stale: wanted.filter(([id, version]) => held.has(id) && held.get(id) !== version).map(([id]) => id),
    surplus: [...held.keys()].filter((id) => !truth.has(id)),
  };
}

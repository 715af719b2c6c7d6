import type { RefusedDocument, SearchDocument, SearchIndex } from "#app/search/search-index.ts";

/** An engine in memory that can be away, and that refuses one document. */
export function otherEngine(): SearchIndex & {
  away: boolean;
  held: Map<string, SearchDocument>;
  poison: string | null;
} {
  const held = new Map<string, SearchDocument>();
  return {
    ...{ name: "other", away: false, held, poison: null as string | null },
    async put(documents) {
      if (this.away) throw new Error("connection refused");
      const refused: RefusedDocument[] = [];
      for (const one of documents) {
        if (one.id === this.poison) refused.push({ id: one.id, reason: "poison" });
        else held.set(one.id, one);
      }
      return refused;
    },
    async remove(ids) {
      for (const id of ids) held.delete(id);
    },
    search: () => Promise.reject(new Error("not asked")),
    versions: async () => new Map([...held].map(([id, { version }]) => [id, version])),
    async rebuild(parts) {
      held.clear();
      const refused: RefusedDocument[] = [];
      for await (const part of parts) refused.push(...(await this.put(part)));
      return refused;
    },
  };
}

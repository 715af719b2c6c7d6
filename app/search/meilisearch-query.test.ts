import { describe, expect, it } from "vitest";
import { askingFor, SEARCH_NOW } from "#tests/support/search-documents.ts";
import type { SearchCriteria } from "./criteria.ts";
import { toQueries } from "./meilisearch-query.ts";

const HERE = "00000000-0000-4000-8000-000000000001";
const SINCE = SEARCH_NOW.getTime() / 1000 - 7 * 86_400;
const queriesOf = (changes: Partial<SearchCriteria> = {}) =>
  toQueries("listings", askingFor({ districtId: HERE, ...changes })) as {
    filter: string[];
    facets?: string[];
    hitsPerPage?: number;
    limit?: number;
  }[];

describe("what Meilisearch is asked", () => {
  it("is one search that counts every filter and the map, and one that counts what is new", () => {
    const [found, fresh, ...rest] = queriesOf();
    expect(found?.filter).toEqual([`districtId = "${HERE}"`, `closesAt >= ${SEARCH_NOW.getTime() / 1000}`]);
    expect(found?.facets).toEqual(expect.arrayContaining(["kind", "bells", "languages", "organizationId", "cell"]));
    expect(fresh).toMatchObject({ filter: [...(found?.filter ?? []), `publishedAt >= ${SINCE}`], hitsPerPage: 0 });
    expect(rest).toEqual([]);
  });

  it("counts each chosen group under the others alone", () => {
    const [found, fresh, ...counted] = queriesOf({ language: ["es", "vi"], cost: ["free"], new: ["week"] });
    const [es, free, isNew] = ['languages IN ["es", "vi"]', 'cost IN ["free"]', `publishedAt >= ${SINCE}`];
    expect(found?.filter.slice(2)).toEqual([free, es, isNew]);
    expect(fresh?.filter.slice(2)).toEqual([free, es, isNew]);
    expect(counted.map(({ facets, filter }) => [facets, filter.slice(2)])).toEqual([
      [["cost"], [es, isNew]],
      [["languages"], [free, isNew]],
    ]);
  });

  it("asks for what opens to a grade later", () => {
    const [found] = queriesOf({ notYetFor: 10 });
    expect(found?.filter.slice(2)).toEqual(['grades IN ["11", "12"]', 'NOT grades IN ["10"]']);
    expect(queriesOf({ notYetFor: 12 })[0]?.filter[2]).toBe("grades IN []");
  });

  it("lets no value of a filter end it (S23)", () => {
    const attempt = 'x"] OR districtId EXISTS OR kind IN ["';
    for (const group of ["organization", "sector", "bell", "language"] as const)
      expect(queriesOf({ [group]: [attempt] })[0]?.filter[2]).toMatch(
        / IN \["x\\"\] OR districtId EXISTS OR kind IN \[\\""\]$/,
      );
    expect(queriesOf({ cells: ["4150_-7242", attempt] })[0]?.filter[2]).toMatch(/^cell IN \["4150_-7242", "x\\"\]/);
    expect(queriesOf({ new: [attempt] })[0]?.filter[2]).toMatch(/^publishedAt > \d+$/);
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { Columns, type ColumnRow } from "./columns.ts";
import { noFilters, type SearchCriteria } from "./criteria.ts";
import { FACET_GROUPS } from "./search-index.ts";

const SECONDS = 1_800_000_000;
const WEEK = 7 * 86_400;
const KINDS = ["PaidInternship", "Mentorship", "Other"];
const WHENS = ["weekend", "summer", "flexible"];

const row = fc.record({
  kind: fc.constantFrom(...KINDS),
  organization: fc.constantFrom("a", "b", "c"),
  when: fc.uniqueArray(fc.constantFrom(...WHENS)),
  alive: fc.boolean(),
  age: fc.nat(10_000_000),
  left: fc.option(fc.integer({ min: -1_000, max: 1_000_000 })),
});
type Given = typeof row extends fc.Arbitrary<infer R> ? R : never;

const toRow = ({ kind, organization, when, alive, age, left }: Given, slot: number, changed: number): ColumnRow => ({
  ...{ slot, changed, listingId: `listing-${slot}`, alive, latitude: null, longitude: null },
  ...{ publishedAt: SECONDS - age, closesAt: left === null ? null : SECONDS + left },
  facets: [`kind:${kind}`, `organization:${organization}`, ...when.map((value) => `when:${value}`)],
});
const asking = (changes: Partial<SearchCriteria>): SearchCriteria => ({
  ...{ districtId: "", words: "", near: null, sort: "newest", page: 1, pageSize: 7, now: new Date(SECONDS * 1000) },
  ...noFilters(new Date(SECONDS * 1000)),
  ...changes,
});

const GROUPS = ["kind", "organization", "when", "new"] as const;
const valuesOf = ({ kind, organization, when, age }: Given): Record<(typeof GROUPS)[number], string[]> => ({
  ...{ kind: [kind], organization: [organization], when, new: age <= WEEK ? ["week"] : [] },
});

/** The same by plain loops. */
function expected(given: Given[], criteria: SearchCriteria) {
  const { page, pageSize } = criteria;
  const open = given.map((one, slot) => ({ one, slot })).filter(({ one }) => one.alive && (one.left ?? 0) >= 0);
  const fits = (one: Given, besides?: string) =>
    GROUPS.every(
      (group) =>
        group === besides ||
        !criteria[group].length ||
        valuesOf(one)[group].some((has) => criteria[group].includes(has)),
    );
  const found = open.filter(({ one }) => fits(one));
  found.sort((a, b) => a.one.age - b.one.age || b.slot - a.slot);
  const countsOf = (group: (typeof GROUPS)[number]) => {
    const counts: Record<string, number> = Object.fromEntries(criteria[group].map((value) => [value, 0]));
    for (const { one } of open)
      if (fits(one, group)) for (const value of valuesOf(one)[group]) counts[value] = (counts[value] ?? 0) + 1;
    return counts;
  };
  return {
    total: found.length,
    ids: found.slice((page - 1) * pageSize, page * pageSize).map(({ slot }) => `listing-${slot}`),
    facets: Object.fromEntries(GROUPS.map((group) => [group, countsOf(group)])),
  };
}

it("finds, counts, orders and pages as plain loops would, also after changes told out of order", () => {
  const filters = fc.record({
    kind: fc.uniqueArray(fc.constantFrom(...KINDS, "Unknown"), { maxLength: 2 }),
    when: fc.uniqueArray(fc.constantFrom(...WHENS), { maxLength: 2 }),
    organization: fc.uniqueArray(fc.constantFrom("a", "b", "unknown"), { maxLength: 2 }),
    new: fc.uniqueArray(fc.constantFrom("week", "month"), { maxLength: 1 }),
    page: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 150 }),
      fc.array(row, { maxLength: 20 }),
      filters,
      (first, later, chosen) => {
        const columns = new Columns();
        const now = [...first];
        columns.apply(first.map((one, slot) => toRow(one, slot, slot + 1)));
        const changes = later.slice(0, first.length).map((one, slot) => toRow(one, slot, 1_000 + slot));
        changes.forEach((_, slot) => (now[slot] = later[slot]!));
        columns.apply(changes);
        columns.apply(first.map((one, slot) => toRow(one, slot, slot + 1)));
        const criteria = asking(chosen);
        const found = columns.search(criteria, null);
        const wanted = expected(now, criteria);
        expect(found.total).toBe(wanted.total);
        expect(found.hits.map(({ id }) => id)).toEqual(wanted.ids);
        for (const group of GROUPS) expect(found.facets[group]).toEqual(wanted.facets[group]);
        expect(Object.keys(found.facets)).toEqual([...FACET_GROUPS]);
      },
    ),
  );
});

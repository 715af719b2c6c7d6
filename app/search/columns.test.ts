import fc from "fast-check";
import { expect, it } from "vitest";
import { Columns, type ColumnRow } from "./columns.ts";
import type { SearchCriteria } from "./criteria.ts";
import { FACET_GROUPS } from "./search-index.ts";

const SECONDS = 1_800_000_000;
const KINDS = ["PaidInternship", "Mentorship", "Other"];
const WHENS = ["weekend", "summer", "flexible"];

const row = fc.record({
  kind: fc.constantFrom(...KINDS),
  when: fc.uniqueArray(fc.constantFrom(...WHENS)),
  alive: fc.boolean(),
  age: fc.nat(10_000_000),
  left: fc.option(fc.integer({ min: -1_000, max: 1_000_000 })),
});
type Given = typeof row extends fc.Arbitrary<infer R> ? R : never;

const toRow = ({ kind, when, alive, age, left }: Given, slot: number, changed: number): ColumnRow => ({
  ...{ slot, changed, listingId: `listing-${slot}`, alive, latitude: null, longitude: null },
  ...{ publishedAt: SECONDS - age, closesAt: left === null ? null : SECONDS + left },
  facets: [`kind:${kind}`, ...when.map((value) => `when:${value}`)],
});
const asking = (changes: Partial<SearchCriteria>): SearchCriteria => ({
  ...{ districtId: "", words: "", near: null, sort: "newest", page: 1, pageSize: 7, now: new Date(SECONDS * 1000) },
  ...{ kind: [], cluster: [], pathway: [], grade: [], pay: [], when: [], setting: [], transport: [] },
  ...changes,
});

/** The same by plain loops. */
function expected(given: Given[], { kind, when, page, pageSize }: SearchCriteria) {
  const open = given.map((one, slot) => ({ one, slot })).filter(({ one }) => one.alive && (one.left ?? 0) >= 0);
  const fits = {
    kind: (one: Given) => !kind.length || kind.includes(one.kind),
    when: (one: Given) => !when.length || one.when.some((value) => when.includes(value)),
  };
  const found = open.filter(({ one }) => fits.kind(one) && fits.when(one));
  found.sort((a, b) => a.one.age - b.one.age || b.slot - a.slot);
  const count = (values: string[]) =>
    values.reduce<Record<string, number>>((n, value) => ({ ...n, [value]: (n[value] ?? 0) + 1 }), {});
  return {
    total: found.length,
    ids: found.slice((page - 1) * pageSize, page * pageSize).map(({ slot }) => `listing-${slot}`),
    kind: {
      ...Object.fromEntries(kind.map((value) => [value, 0])),
      ...count(open.filter(({ one }) => fits.when(one)).map(({ one }) => one.kind)),
    },
    when: {
      ...Object.fromEntries(when.map((value) => [value, 0])),
      ...count(open.filter(({ one }) => fits.kind(one)).flatMap(({ one }) => one.when)),
    },
  };
}

it("finds, counts, orders and pages as plain loops would, also after changes told out of order", () => {
  const filters = fc.record({
    kind: fc.uniqueArray(fc.constantFrom(...KINDS, "Unknown"), { maxLength: 2 }),
    when: fc.uniqueArray(fc.constantFrom(...WHENS), { maxLength: 2 }),
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
        expect(found.facets.kind).toEqual(wanted.kind);
        expect(found.facets.when).toEqual(wanted.when);
        expect(Object.keys(found.facets)).toEqual([...FACET_GROUPS]);
      },
    ),
  );
});

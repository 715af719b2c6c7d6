import fc from "fast-check";
import { expect, it } from "vitest";
import { Bits } from "./bits.ts";

const numbers = fc.uniqueArray(fc.nat(5_000));
const held = (bits: Bits) => {
  const all: number[] = [];
  bits.forEach((n) => all.push(n));
  return all;
};
function of(all: number[]) {
  const bits = new Bits();
  for (const n of all) bits.add(n);
  return bits;
}
const sorted = (all: Iterable<number>) => [...all].sort((a, b) => a - b);

it("agrees with sets of numbers", () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [left, right] = [of(a), of(b)];
      const both = a.filter((n) => b.includes(n));
      expect(held(left)).toEqual(sorted(a));
      expect(left.count).toBe(a.length);
      expect(held(left.and(right))).toEqual(sorted(both));
      expect(left.countWith(right)).toBe(both.length);
      for (const n of both) left.delete(n);
      expect(held(left)).toEqual(sorted(a.filter((n) => !b.includes(n))));
      left.addAll(right);
      expect(held(left)).toEqual(sorted(new Set([...a, ...b])));
      expect(b.every((n) => left.has(n))).toBe(true);
    }),
  );
});

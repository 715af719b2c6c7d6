import { Bits } from "./bits.ts";

/** The values of one filter over a district's documents. */
export interface FacetValues {
  /** A document that has none of them yet. */
  add(slot: number, value: string): void;
  remove(slot: number): void;
  /** The documents that have one of these. */
  having(wanted: readonly string[]): Bits;
  /** Of these documents, how many have each value that any has. */
  count(among: Bits): Record<string, number>;
}

/** For few values, each on many documents: a bitmap a value. */
export class Bitmaps implements FacetValues {
  private readonly bitmaps = new Map<string, Bits>();

  add(slot: number, value: string) {
    let bits = this.bitmaps.get(value);
    if (!bits) this.bitmaps.set(value, (bits = new Bits()));
    bits.add(slot);
  }

  remove(slot: number) {
    for (const bits of this.bitmaps.values()) bits.delete(slot);
  }

  having(wanted: readonly string[]): Bits {
    const found = new Bits();
    for (const value of wanted) found.addAll(this.bitmaps.get(value) ?? new Bits());
    return found;
  }

  count(among: Bits): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [value, bits] of this.bitmaps) {
      const count = bits.countWith(among);
      if (count > 0) counts[value] = count;
    }
    return counts;
  }
}

/** For many values, one a document: a number a document. Hundreds of bitmaps would be read to count a few hits. */
export class Numbers implements FacetValues {
  private readonly values: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** By slot, a position in `values`. */
  private readonly held: (number | undefined)[] = [];

  add(slot: number, value: string) {
    let number = this.numbers.get(value);
    if (number === undefined) this.numbers.set(value, (number = this.values.push(value) - 1));
    this.held[slot] = number;
  }

  remove(slot: number) {
    this.held[slot] = undefined;
  }

  having(wanted: readonly string[]): Bits {
    const numbers = new Set(wanted.flatMap((value) => this.numbers.get(value) ?? []));
    const found = new Bits();
    if (numbers.size > 0)
      this.held.forEach((number, slot) => number !== undefined && numbers.has(number) && found.add(slot));
    return found;
  }

  count(among: Bits): Record<string, number> {
    const tally = new Uint32Array(this.values.length);
    among.forEach((slot) => {
      const number = this.held[slot];
      if (number !== undefined) tally[number]!++;
    });
    const counts: Record<string, number> = {};
    tally.forEach((count, number) => count > 0 && (counts[this.values[number]!] = count));
    return counts;
  }
}

/** A growing set of small whole numbers, one bit each: sets of 50,000 listings are cut and counted in microseconds. */
export class Bits {
  private words: Uint32Array;

  constructor(words: Uint32Array = new Uint32Array(0)) {
    this.words = words;
  }

  add(n: number) {
    const at = n >>> 5;
    if (at >= this.words.length) this.grow(at + 1);
    this.words[at]! |= 1 << (n & 31);
  }

  delete(n: number) {
    const at = n >>> 5;
    if (at < this.words.length) this.words[at]! &= ~(1 << (n & 31));
  }

  has(n: number) {
    return ((this.words[n >>> 5] ?? 0) & (1 << (n & 31))) !== 0;
  }

  /** What both hold, as a new set. */
  and(other: Bits): Bits {
    const length = Math.min(this.words.length, other.words.length);
    const both = new Uint32Array(length);
    for (let i = 0; i < length; i++) both[i] = this.words[i]! & other.words[i]!;
    return new Bits(both);
  }

  addAll(other: Bits) {
    if (other.words.length > this.words.length) this.grow(other.words.length);
    for (let i = 0; i < other.words.length; i++) this.words[i]! |= other.words[i]!;
  }

  /** How many both hold. */
  countWith(other: Bits): number {
    const length = Math.min(this.words.length, other.words.length);
    let count = 0;
    for (let i = 0; i < length; i++) count += ones(this.words[i]! & other.words[i]!);
    return count;
  }

  get count(): number {
    return this.countWith(this);
  }

  forEach(visit: (n: number) => void) {
    for (let i = 0; i < this.words.length; i++) {
      for (let word = this.words[i]!; word !== 0; word &= word - 1) visit((i << 5) + 31 - Math.clz32(word & -word));
    }
  }

  private grow(least: number) {
    const wider = new Uint32Array(Math.max(least, this.words.length * 2, 8));
    wider.set(this.words);
    this.words = wider;
  }
}

function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

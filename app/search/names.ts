import { Bits } from "./bits.ts";
import { editsAllowed, editsToBegin, fold, wordsIn } from "./tokens.ts";

const MOST_WORDS = 6;
/** Shorter words have too many neighbors to guess what was meant. */
const SHORTEST_GUESSED = 6;

/**
 * Names by the words in them, for a reader who is still typing: every word typed begins a word of the name. Where none
 * begins so and six letters were typed, the words a slip or two away count, if their first letter is right.
 */
export class Names {
  private readonly names: (string | undefined)[] = [];
  private readonly ids = new Map<string, number[]>();
  /** The words in order; null after a new one. */
  private ordered: string[] | null = null;

  set(id: number, name: string) {
    this.delete(id);
    const words = foldedWords(name);
    this.names[id] = words.join(" ");
    for (const word of new Set(words)) {
      const ids = this.ids.get(word);
      if (ids) ids.push(id);
      else this.ids.set(word, [id]);
      if (!ids) this.ordered = null;
    }
  }

  delete(id: number) {
    const name = this.names[id];
    if (name === undefined) return;
    this.names[id] = undefined;
    for (const word of new Set(name.split(" "))) {
      const ids = this.ids.get(word)?.filter((other) => other !== id) ?? [];
      this.ids.set(word, ids);
    }
  }

  /**
   * At most `most`, each name once: those that begin as typed first, then the shorter ones, then the higher numbers.
   * `may`: whether this one counts just now.
   */
  find(typed: string, most: number, may: (id: number) => boolean = () => true): number[] {
    const words = foldedWords(typed).slice(0, MOST_WORDS);
    if (!words.length) return [];
    const found = words.map((word) => this.withWord(word)).reduce((all, bits) => all.and(bits));
    const begins = words.join(" ");
    const best: { id: number; name: string; rank: number }[] = [];
    found.forEach((id) => {
      const name = this.names[id]!;
      const rank = (name.startsWith(begins) ? 0 : 1_000) + name.length;
      if (best.length === most && rank > best.at(-1)!.rank) return;
      if (!may(id)) return;
      const same = best.findIndex((other) => other.name === name);
      if (same >= 0) best.splice(same, 1);
      const at = best.findIndex((other) => rank <= other.rank);
      best.splice(at < 0 ? best.length : at, 0, { id, name, rank });
      best.splice(most);
    });
    return best.map(({ id }) => id);
  }

  private withWord(typed: string): Bits {
    const found = new Bits();
    const words = this.beginningWith(typed);
    for (const word of words.length ? words : this.guessed(typed)) for (const id of this.ids.get(word)!) found.add(id);
    return found;
  }

  private beginningWith(typed: string): string[] {
    const ordered = (this.ordered ??= [...this.ids.keys()].sort());
    const from = firstNotBelow(ordered, typed);
    let to = from;
    while (ordered[to]?.startsWith(typed)) to += 1;
    return ordered.slice(from, to);
  }

  private guessed(typed: string): string[] {
    if (typed.length < SHORTEST_GUESSED) return [];
    const near = this.beginningWith(typed[0]!).map((word) => ({ word, slips: editsToBegin(typed, word) }));
    const fewest = Math.min(editsAllowed(typed), ...near.map(({ slips }) => slips));
    return near.filter(({ slips }) => slips <= fewest).map(({ word }) => word);
  }
}

const foldedWords = (text: string) => wordsIn(text).map(fold);

function firstNotBelow(ordered: readonly string[], text: string): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ordered[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

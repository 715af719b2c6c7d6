/** What files under way hold together, before anybody knows whose they are. */
const MOST_BYTES = 36 * 1024 * 1024;

/**
 * Bounds the memory of files that are sent at the same time: all that arrive hold so many bytes together, however many
 * and however slow their senders, and of those that have arrived one at a time is unpacked and read, which takes
 * several times its size.
 */
export class Uploads {
  #held = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** False: together they would be too much. */
  hold(bytes: number): boolean {
    if (this.#held + bytes > MOST_BYTES) return false;
    this.#held += bytes;
    return true;
  }

  release(bytes: number) {
    this.#held -= bytes;
  }

  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}

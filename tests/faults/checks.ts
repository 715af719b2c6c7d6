/** Collects what a fault script found; `report` prints it and sets the exit code. */
export class Checks {
  #tried = 0;
  #failed: string[] = [];
  #skipped = 0;

  that(holds: boolean, said: string) {
    this.#tried++;
    if (!holds) this.#failed.push(said);
    console.log(`  ${holds ? "held  " : "FAILED"} ${said}`);
  }

  /** What could not be asked here is not proven. */
  skip(said: string) {
    this.#skipped++;
    console.log(`  not tried: ${said}`);
  }

  /** `seed`: what makes a run at random the same again. */
  report(id: string, seed?: number) {
    const passed = this.#tried - this.#failed.length;
    console.log(
      [
        `${id}: ${this.#tried} tried, ${passed} passed, ${this.#failed.length} failed`,
        ...(this.#skipped ? [`${this.#skipped} not tried`] : []),
        ...(seed === undefined ? [] : [`seed ${seed}`]),
      ].join(", "),
    );
    if (this.#failed.length > 0) process.exitCode = 1;
  }
}

export interface Answer {
  status: number;
  /** Milliseconds until the whole answer was there. */
  ms: number;
  text: string;
  retryAfter: string | null;
}

/** Never throws: a connection that is refused or cut answers with status 0. */
export async function ask(port: number, path: string): Promise<Answer> {
  const start = performance.now();
  try {
    const response = await fetch(`http://localhost:${port}${path}`, { headers: { "Accept-Encoding": "identity" } });
    const text = await response.text();
    const retryAfter = response.headers.get("retry-after");
    return { status: response.status, text, retryAfter, ms: performance.now() - start };
  } catch {
    return { status: 0, text: "", retryAfter: null, ms: performance.now() - start };
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

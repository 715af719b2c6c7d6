/** `tsx run-one.ts NAME`: runs one bench and writes what it measured to `results/NAME.json`. */
import { mkdir, writeFile } from "node:fs/promises";

const RESULTS = "tests/bench/results";
const name = process.argv[2] ?? "";
const { default: bench } = (await import(`./${name}.bench.ts`)) as { default: () => unknown };
const result = await bench();
await mkdir(RESULTS, { recursive: true });
await writeFile(`${RESULTS}/${name}.json`, `${JSON.stringify(result, null, 2)}\n`);

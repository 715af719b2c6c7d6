/**
 * B2: the anonymous list page when the cache is cold, in processor time of the server for one page, against a Remix
 * page that says hello through the same server. The list's version is raised before each request, as a publish would.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { startBuiltSite, type BuiltSite } from "#tests/support/built-site.ts";
import { median } from "./median.ts";

const LIST = "/riverbend/opportunities";
const HELLO = "/hello";
const ROUNDS = 5;
const PAGES = 300;
const GOAL = 1.5;
const FILTER_GROUPS = 12;
/** Of `/proc`: Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

export default async function bench() {
  const remix = "node_modules/@remix-run/dev/dist/cli.js";
  const build = ["vite:build", "--config", "tests/bench/hello/vite.config.ts", "--logLevel", "error"];
  execFileSync(process.execPath, [remix, ...build], { env: { ...process.env, NODE_ENV: "production" } });
  const env = { WORKER: "off" };
  const site = await startBuiltSite({ env, core: 0, cwd: process.env.SITE_DIR });
  const hello = await startBuiltSite({ env, core: 0, main: "build/hello/server/main.js" });
  try {
    await expectWholeList(site);
    const cold: number[] = [];
    const reference: number[] = [];
    // The first round only warms the compiler up.
    for (let round = -1; round < ROUNDS; round++) {
      const list = await processorMs(site, LIST, () => raiseVersion(site));
      const greeting = await processorMs(hello, HELLO, () => raiseVersion(hello));
      if (round < 0) continue;
      cold.push(list);
      reference.push(greeting);
    }
    const ratio = median(cold.map((ms, round) => ms / (reference[round] ?? 0)));
    return {
      id: "B2",
      name: "cold-page",
      pages: PAGES,
      rounds: ROUNDS,
      msPerPage: Number(median(cold).toFixed(2)),
      referenceMsPerPage: Number(median(reference).toFixed(2)),
      ratio: Number(ratio.toFixed(2)),
      goal: GOAL,
      passed: ratio <= GOAL,
    };
  } finally {
    await hello.stop();
    await site.stop();
  }
}

/** A list without cards or filters would be cheap, and no figure. */
async function expectWholeList(site: BuiltSite) {
  const page = await (await fetch(`http://localhost:${site.port}${LIST}`)).text();
  const count = (part: string) => page.split(`class="${part}"`).length - 1;
  if (count("card") !== 24 || count("filter-group") < FILTER_GROUPS)
    throw new Error(`${LIST} shows ${count("card")} cards and ${count("filter-group")} filter groups`);
}

/** Processor time of the server for one rendered page; pages that came from the cache after all are not counted. */
async function processorMs(site: BuiltSite, path: string, before: () => Promise<unknown>): Promise<number> {
  const rendered = () => site.output().split(`"path":"${path}"`).length - 1;
  const [ticks, pages] = [ticksOf(site), rendered()];
  for (let i = 0; i < PAGES; i++) {
    await before();
    const response = await fetch(`http://localhost:${site.port}${path}`, { headers: { "Accept-Encoding": "br" } });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  }
  // The last lines of the log are still on their way.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return ((ticksOf(site) - ticks) * TICK_MS) / (rendered() - pages);
}

const raiseVersion = ({ connection }: BuiltSite) =>
  connection.db.execute(sql`
    with raised as (update districts set list_version = list_version + 1 where slug = 'riverbend' returning slug, list_version)
    select pg_notify('list_version', slug || ':' || list_version) from raised`);

/** User and system time of all its threads, from fields 14 and 15 of `/proc/PID/stat`. */
function ticksOf(site: BuiltSite): number {
  const stat = readFileSync(`/proc/${site.process.pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

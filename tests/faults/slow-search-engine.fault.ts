/**
 * R6: the search engine takes the question and does not answer, answers a letter at a time, never reads, or hangs up. No
 * reader waits a second for it: a page takes at most that much longer than one that asks Postgres alone. After five
 * failures nobody asks the engine for ten seconds, then one search does.
 */
import { startBuiltSite } from "#tests/support/built-site.ts";
import { ask, Checks, pause, type Answer } from "./checks.ts";
import { startHalfOpen, type Manner } from "./half-open.ts";

const MANNERS: Manner[] = ["stalls", "never reads", "trickles", "hangs up"];
const LIST = "/riverbend/opportunities";
const NOTICE = "Search is in simple mode";
const KEYS = { MEILI_SEARCH_KEY: "a-key-that-searches", MEILI_ADMIN_KEY: "a-key-that-writes" };
const SORTS = ["best", "newest", "closing", "nearest"];
const ZIPS = ["61201", "61265", "52801", "52722", "61244"];
const FAILURES = 5;
const REST_MS = 10_000;
const MOST_WAIT_MS = 1_000;

const checks = new Checks();
let asked = 0;

const engine = await startHalfOpen();
const site = await startBuiltSite({
  cwd: process.env.SITE_DIR,
  env: { ...KEYS, MEILI_URL: engine.url, WORKER: "off", LOG_LEVEL: "silent" },
});
/** No page twice: a cached one would wait for nobody. */
const search = () => {
  const [where, sort] = [ZIPS[Math.floor(asked / 400) % ZIPS.length], SORTS[Math.floor(asked / 100) % SORTS.length]];
  return ask(site.port, `${LIST}?where=${where}&within=${1 + (asked++ % 100)}&sort=${sort}`);
};
/** What finds nothing asks a second time, for less. */
const nothing = () => ask(site.port, `${LIST}?q=zzyzx+${++asked}&kind=Mentorship`);
try {
  // What a process needs for its first pages, by the engine and by Postgres, is no wait for an engine.
  for (const manner of ["hangs up", "answers"] as const) {
    engine.become(manner);
    for (let i = 0; i < 10; i++) await (i % 2 ? nothing() : search());
    await pause(REST_MS + 500);
  }
  await search();
  for (const manner of MANNERS) await withEngineThat(manner);
} finally {
  await engine.stop();
  await site.stop();
}
checks.report("R6");

async function withEngineThat(manner: Manner) {
  engine.become(manner);
  const failing: Answer[] = [];
  for (let i = 0; i < FAILURES; i++) failing.push(await (i % 2 ? nothing() : search()));
  const openedAt = performance.now();
  sayAsked(FAILURES, `${FAILURES} pages asked it`);

  const resting: Answer[] = [];
  while (performance.now() - openedAt < REST_MS - 1_500) resting.push(await search());
  sayAsked(FAILURES, "none did while it rests");

  await pause(REST_MS - (performance.now() - openedAt) + 500);
  const again = await Promise.all(Array.from({ length: 6 }, nothing));
  sayAsked(FAILURES + 1, "one did after ten seconds");

  const answers = [...failing, ...resting, ...again];
  const sound = answers.filter(({ status, text }) => status === 200 && text.includes(NOTICE)).length;
  checks.that(sound === answers.length, `${manner}: ${sound} of ${answers.length} answered 200 with the notice`);
  const usual = median(resting.map(({ ms }) => ms));
  const wait = Math.max(...failing.map(({ ms }) => ms)) - usual;
  const said = `the longest wait was ${wait.toFixed(0)} ms, on top of the ${usual.toFixed(0)} ms of a page`;
  checks.that(wait <= MOST_WAIT_MS, `${manner}: ${said}`);

  engine.become("answers");
  await pause(REST_MS + 500);
  await search();
  checks.that(!(await search()).text.includes(NOTICE), `${manner}: it answers again once it can`);
}

function sayAsked(wanted: number, what: string) {
  const { searches, manner } = engine.seen;
  // It does not know what it does not read.
  if (manner !== "never reads") checks.that(searches === wanted, `${manner}: ${what}`);
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/**
 * R4: Postgres stops answering for ten seconds without closing a connection. Every request ends within five seconds
 * with 503; the process is live and not ready; pages are back within two seconds after Postgres is.
 */
import { execFileSync } from "node:child_process";
import { sql } from "drizzle-orm";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { ask, Checks, pause } from "./checks.ts";

const STALL_MS = 10_000;
const PATHS = ["/", "/riverbend/opportunities?q=garden", "/lakeshore", "/sign-in"];

const checks = new Checks();
const site = await startBuiltSite({ cwd: process.env.SITE_DIR });
try {
  const backends = await site.connection.db.execute<{ pid: number }>(sql`select pid from pg_stat_activity`);
  const postmaster = parentOf(backends[0]?.pid ?? 0);
  const family = [postmaster, ...childrenOf(postmaster)];
  for (const pid of family) process.kill(pid, "SIGSTOP");
  const stalledAt = performance.now();
  try {
    const pages = [];
    while (performance.now() - stalledAt < STALL_MS - 5_500) {
      pages.push(...PATHS.map((path) => ask(site.port, path)));
      await pause(500);
    }
    const [live, ready] = await Promise.all([ask(site.port, "/health/live"), ask(site.port, "/health/ready")]);
    checks.that(live.status === 200, `liveness ${live.status} in ${live.ms.toFixed(0)} ms`);
    checks.that(ready.status === 503, `readiness ${ready.status} in ${ready.ms.toFixed(0)} ms`);
    const answers = await Promise.all(pages);
    const slowest = Math.max(...answers.map(({ ms }) => ms));
    checks.that(slowest <= 5_000, `${answers.length} requests ended, the slowest after ${slowest.toFixed(0)} ms`);
    const wrong = answers.filter(({ status, retryAfter }) => status !== 200 && !(status === 503 && retryAfter));
    checks.that(wrong.length === 0, `all answered a page or 503 with Retry-After (${wrong.length} did not)`);
    const away = answers.filter(({ status }) => status === 503).length;
    checks.that(away > 0, `${away} of them said 503`);
    await pause(STALL_MS - (performance.now() - stalledAt));
  } finally {
    for (const pid of family) process.kill(pid, "SIGCONT");
  }
  const back = performance.now();
  let last = await ask(site.port, "/lakeshore");
  while (last.status !== 200 && performance.now() - back < 10_000) {
    await pause(50);
    last = await ask(site.port, "/lakeshore");
  }
  const seconds = (performance.now() - back) / 1000;
  checks.that(last.status === 200 && seconds <= 2, `a page again after ${seconds.toFixed(2)} s`);
  checks.that(site.process.exitCode === null, "the process lives");
} finally {
  await site.stop();
}
checks.report("R4");

function parentOf(pid: number): number {
  return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)]).toString());
}

function childrenOf(pid: number): number[] {
  const lines = execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)])
    .toString()
    .trim()
    .split("\n");
  return lines.map(Number);
}

/**
 * R14: told to stop while readers wait for pages, the server first says it is not ready, finishes what it began, and
 * is gone with exit code 0 within ten seconds.
 */
import { sql } from "drizzle-orm";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { ask, Checks, pause, type Answer } from "./checks.ts";

const checks = new Checks();
const site = await startBuiltSite({ cwd: process.env.SITE_DIR });
try {
  // Page loaders wait behind this lock, so that requests are under way when the signal comes.
  const held = site.connection.db.transaction(async (tx) => {
    await tx.execute(sql`lock table districts in access exclusive mode`);
    await pause(2_000);
  });
  await pause(200);
  const underWay = Array.from({ length: 8 }, () => ask(site.port, "/"));
  await pause(500);
  const left = new Promise<number | null>((resolve) => site.process.once("exit", (code) => resolve(code)));
  const told = performance.now();
  site.process.kill("SIGTERM");
  const readiness: Answer[] = [];
  for (let i = 0; i < 4; i++) {
    await pause(50);
    readiness.push(await ask(site.port, "/health/ready"));
  }
  const said = readiness.filter(({ status }) => status === 503).length;
  checks.that(said > 0, `readiness said 503 before the doors closed (${said} of ${readiness.length} questions)`);
  const answers = await Promise.all(underWay);
  const finished = answers.filter(({ status }) => status === 200 || status === 302).length;
  checks.that(finished === answers.length, `${finished} of ${answers.length} requests under way were finished`);
  const code = await left;
  const seconds = (performance.now() - told) / 1000;
  checks.that(code === 0, `exit code ${code}`);
  checks.that(seconds <= 10, `gone after ${seconds.toFixed(1)} s`);
  checks.that((await ask(site.port, "/health/live")).status === 0, "nobody answers any more");
  await held;
} finally {
  await site.stop();
}
checks.report("R14");

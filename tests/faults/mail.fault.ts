/**
 * R2: mail is sent once. The process ends 200 times between the provider's yes and its note of it, and the provider is
 * too busy, broken, silent and slow in between; then the whole site is killed while it sends. A stand-in for Resend
 * holds to the rules of the real one: a key is known for a day, with other words it is refused, and so are twins and
 * whoever asks too often.
 */
import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { pino } from "pino";
import { tell } from "#app/domain/mail/tell.server.ts";
import { sendMail } from "#app/jobs/tasks/send-mail.server.ts";
import type { Delivery } from "#emails/delivery.ts";
import { awaitTurn } from "#emails/rate-governor.server.ts";
import { resendDelivery } from "#emails/resend.server.ts";
import { mails } from "#db/schema/mail.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { startNode } from "#tests/support/node-process.ts";
import { mailing } from "#tests/support/keys.ts";
import { startResend, type ResendFault, type StandInResend } from "#tests/support/stand-in-resend.ts";
import { Checks, pause } from "./checks.ts";

const SEED = Number(process.env.SEED ?? 20261126);
const CRASHES = 200;
const FAULTS: ResendFault[] = ["429", "500", "500_after", "cut", "cut_after", "silent", "silent_after", "slow"];
const OF_EACH = 10;
const KILLS = 6;
const OF_EACH_KILL = 5;
/** The real account's two would make 200 crashes last four minutes; the rules are the same. */
const PER_SECOND = 40;
const API_KEY = "re_fault_0123456789";

const checks = new Checks();
const random = seeded(SEED);
console.log(`  seed ${SEED}`);
const resend = await startResend({ perSecond: PER_SECOND });
const site = await startBuiltSite({ cwd: process.env.SITE_DIR, env: { WORKER: "off" } });
const { db } = site.connection;
const parts = { ...mailing, db, log: pino({ level: "silent" }) };
const byResend = resendDelivery({
  ...{ apiKey: API_KEY, baseUrl: resend.url, timeoutMs: 250 },
  turn: () => awaitTurn(db, "resend", PER_SECOND),
});

async function told(number: number, name: string): Promise<string[]> {
  const ctx = { db, now: new Date(), actor: { kind: "system", userId: null } } as const;
  const addresses = Array.from({ length: number }, (_, i) => `${name}-${i}-${randomUUID().slice(0, 8)}@example.org`);
  for (const address of addresses) await tell(ctx, "person-account-exists", { address, locale: "en" }, {});
  const rows = await db.select({ id: mails.id }).from(mails).where(inArray(mails.address, addresses));
  return rows.map(({ id }) => id);
}

const stateOf = async (id: string) => (await db.select().from(mails).where(eq(mails.id, id)))[0]?.state;
const isOver = (state: string | undefined) => state !== "waiting" && state !== "sending";

/** Again and again as the queue would, only without the waiting. */
async function untilOver(id: string) {
  for (let i = 0; i < 40 && !isOver(await stateOf(id)); i++) {
    await sendMail(parts, { mailId: id }, { delivery: byResend });
    if (!isOver(await stateOf(id))) await pause(30);
  }
}

async function sentOnce(ids: string[], from: StandInResend): Promise<{ lost: number; twice: number; unsure: number }> {
  const taken = new Map<string, number>();
  for (const { key } of from.taken) taken.set(key, (taken.get(key) ?? 0) + 1);
  const states = await Promise.all(ids.map(stateOf));
  return {
    lost: ids.filter((id) => !taken.has(id)).length,
    twice: ids.filter((id) => (taken.get(id) ?? 0) > 1).length,
    unsure: states.filter((state) => state !== "sent").length,
  };
}

async function check(said: string, ids: string[], from: StandInResend) {
  const { lost, twice, unsure } = await sentOnce(ids, from);
  const holds = lost + twice + unsure === 0;
  checks.that(holds, `${said}: ${ids.length} mails, ${lost} lost, ${twice} sent twice, ${unsure} not marked sent`);
}

class Crash extends Error {}
const crashing: Delivery = {
  ...byResend,
  async deliver(mail) {
    const answer = await byResend.deliver(mail);
    if (answer.answer === "yes") throw new Crash();
    return answer;
  },
};

async function crashAfterYes() {
  const ids = await told(CRASHES, "crash");
  let crashes = 0;
  for (const id of ids) {
    // Half of them crash once more on the way back.
    for (let i = random() < 0.5 ? 1 : 2; i > 0; i--)
      await sendMail(parts, { mailId: id }, { delivery: crashing }).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
        crashes++;
      });
  }
  const sending = (await Promise.all(ids.map(stateOf))).filter((state) => state === "sending").length;
  checks.that(crashes >= CRASHES, `${crashes} crashes between the yes and its note, ${sending} mails in doubt`);
  for (const id of ids) await untilOver(id);
  await check("after them", ids, resend);
}

async function meetFaults() {
  for (const fault of FAULTS) {
    const ids = await told(OF_EACH, fault);
    for (const id of ids) {
      resend.faults.push(...Array.from({ length: 1 + Math.floor(random() * 3) }, () => fault));
      await untilOver(id);
      resend.faults.length = 0;
    }
    await check(`each met ${fault} one to three times`, ids, resend);
  }
}

async function outrunTheLimit() {
  const ids = await told(30, "fast");
  const hasty = resendDelivery({ apiKey: API_KEY, baseUrl: resend.url, turn: () => Promise.resolve() });
  const before = resend.answered.length;
  await Promise.all(
    Array.from({ length: 60 }, (_, i) => sendMail(parts, { mailId: ids[i % 30]! }, { delivery: hasty })),
  );
  await Promise.all(Array.from({ length: 60 }, (_, i) => hasty.deliver(probe(i))));
  const refused = resend.answered.slice(before).filter((status) => status === 429).length;
  for (const id of ids) await untilOver(id);
  await check(`without a governor, ${refused} of 120 requests at once were answered 429`, ids, resend);
}

const probe = (i: number) => ({
  ...{ id: `probe-${i}`, kind: "probe", from: { name: "", address: "a@example.org" }, to: "b@example.org" },
  ...{ replyTo: null, subject: "Probe", html: "<p>Probe</p>", text: "Probe", headers: {} },
});

/** The real thing: a worker in a process of its own, killed the moment the provider has said yes. */
async function killTheSender() {
  // Jobs of mails that were sent without the queue would keep it busy with nothing.
  await db.execute(sql`delete from graphile_worker._private_jobs`);
  const strict = await startResend({ perSecond: PER_SECOND });
  let sender = startSender(strict);
  let kills = 0;
  strict.beforeYes = () => {
    if (kills < KILLS && strict.taken.length >= (kills + 1) * OF_EACH_KILL) {
      kills++;
      sender.kill("SIGKILL");
    }
  };
  const ids = await told(KILLS * OF_EACH_KILL + 10, "kill");
  const end = performance.now() + 240_000;
  while (performance.now() < end && !(await Promise.all(ids.map(stateOf))).every(isOver)) {
    if (sender.exitCode !== null || sender.signalCode !== null) {
      // As time would: what a dead process held is given back, what waits is due.
      await db.execute(
        sql`update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = now()`,
      );
      await db.execute(sql`update graphile_worker._private_job_queues set locked_at = null, locked_by = null`);
      sender = startSender(strict);
    }
    await pause(100);
  }
  sender.kill("SIGTERM");
  checks.that(kills === KILLS, `the sending process was killed ${kills} times in the moment of the yes`);
  await check("after that", ids, strict);
  await strict.stop();
}

const startSender = (from: StandInResend) =>
  startNode([`${process.env.SITE_DIR ?? "."}/build/server/main.js`], {
    env: {
      ...{ NODE_ENV: "production", DATABASE_URL: site.databaseUrl, PORT: "0", ORIGIN: `http://localhost:${site.port}` },
      ...{ APP_SECRET: "the secret of every test, 32 characters", MAIL_FROM: "Waypost <no-reply@waypost.example>" },
      ...{ RESEND_API_KEY: API_KEY, RESEND_BASE_URL: from.url, RESEND_PER_SECOND: String(PER_SECOND) },
    },
  });

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

try {
  await crashAfterYes();
  await meetFaults();
  await outrunTheLimit();
  await killTheSender();
} finally {
  await site.stop();
  await resend.stop();
}
const answers = [...new Set(resend.answered)].toSorted();
const counted = answers.map((status) => `${resend.answered.filter((one) => one === status).length} × ${status}`);
console.log(`  the provider answered ${counted.join(", ")}`);
checks.report("R2");

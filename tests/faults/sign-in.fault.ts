/**
 * S7: nobody learns at the door who has an account, by what it says, how long that is or how long it takes; and a crowd
 * of sign-ins does not hold up those who read. Real and invented addresses take turns, so that both meet the same load.
 */
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { people } from "#db/seed/cast.ts";
import { Checks, ask } from "./checks.ts";
import { Visitor, type Sent } from "./signed-in.ts";

const TRIES = 500;
const MOST_MS_APART = 2;
const CROWD = 100;
const MOST_MS_READING = 300;

interface Door {
  path: string;
  form: (email: string) => Record<string, string>;
}

const DOORS: Door[] = [
  { path: "/sign-in", form: (email) => ({ email, password: "not the password of anyone" }) },
  { path: "/sign-in/link", form: (email) => ({ email }) },
  { path: "/reset-password", form: (email) => ({ email }) },
  {
    path: "/join/partner",
    form: (email) => ({ name: "Robin", email, password: "seven tired herons", idempotencyKey: randomUUID() }),
  },
];

const checks = new Checks();
const site = await startBuiltSite({ cwd: process.env.SITE_DIR, env: { LOG_LEVEL: "error", WORKER: "off" } });
const { db } = site.connection;
const visitor = new Visitor(site.port);
const known = people.hal.email;
/** As long, at the same place, nobody's; another each time, since signing up makes it somebody's. */
const unknown = (i: number) => i.toString(36).padStart(known.indexOf("@"), "0") + known.slice(known.indexOf("@"));

const median = (answers: Sent[]) => answers.map(({ ms }) => ms).toSorted((a, b) => a - b)[answers.length >> 1] ?? 0;
const withoutNonce = (text: string) => text.replace(/nonce="[^"]*"/g, "");

try {
  for (const door of DOORS) await compare(door);
  await crowd();
} finally {
  await site.stop();
}
checks.report("S7");

async function compare({ path, form }: Door) {
  const answers: Record<"known" | "unknown", Sent[]> = { known: [], unknown: [] };
  for (let i = 0; i < TRIES; i++) {
    // The limits are what S18 is about: here they would end the comparison.
    await db.execute(sql`truncate rate_limits`);
    const turns = [
      ["known", known],
      ["unknown", unknown(i)],
    ] as const;
    for (const [kind, email] of i % 2 ? turns : turns.toReversed()) {
      const sent = await visitor.post(path, form(email));
      answers[kind].push({ ...sent, text: sent.text.replaceAll(email, known) });
    }
  }
  const said = ({ status, location, text }: Sent) => `${status} ${location} ${text}`;
  const words = new Set([...answers.known, ...answers.unknown].map((sent) => withoutNonce(said(sent))));
  checks.that(words.size === 1, `${path}: ${2 * TRIES} answers say the same, ${answers.known[0]?.status}`);
  const lengths = new Set([...answers.known, ...answers.unknown].map(({ text }) => text.length));
  checks.that(lengths.size === 1, `${path}: all ${[...lengths].join(", ")} characters long`);
  const [one, other] = [median(answers.known), median(answers.unknown)];
  const apart = Math.abs(one - other);
  const figures = `median ${one.toFixed(2)} ms for an account, ${other.toFixed(2)} ms for none`;
  checks.that(apart < MOST_MS_APART, `${path}: ${figures} over ${TRIES} tries each, ${apart.toFixed(2)} ms apart`);
}

async function crowd() {
  await db.execute(sql`truncate rate_limits`);
  const reading: number[] = [];
  let signing = true;
  const reader = (async () => {
    while (signing) {
      const { status, ms } = await ask(site.port, "/riverbend/opportunities?sort=closing");
      if (status === 200) reading.push(ms);
    }
  })();
  const tries = Array.from({ length: CROWD }, (_, i) =>
    visitor.post("/sign-in", { email: `someone-${i}@example.org`, password: "not the password of anyone" }),
  );
  const answers = await Promise.all(tries);
  signing = false;
  await reader;
  const slow = reading.toSorted((a, b) => a - b)[Math.floor(reading.length * 0.95)] ?? Infinity;
  const odd = answers.filter(({ status }) => ![409, 429].includes(status)).length;
  checks.that(odd === 0, `${CROWD} sign-ins at once: all answered, ${odd} by a fault`);
  checks.that(slow < MOST_MS_READING, `meanwhile ${reading.length} pages were read, p95 ${slow.toFixed(0)} ms`);
}

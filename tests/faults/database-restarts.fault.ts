/**
 * R3: Postgres is restarted without a word five times while ten people save. What was acknowledged is there, once;
 * what was not is answered 503 and done when the same form is sent again; the process and its jobs go on.
 */
import { randomUUID } from "node:crypto";
import { and, count, eq, isNotNull, like } from "drizzle-orm";
import { districts } from "#db/schema/districts.ts";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { searchDocuments } from "#db/schema/search.ts";
import { organizations } from "#db/seed/cast.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { Checks, pause } from "./checks.ts";
import { restartable } from "./restart-postgres.ts";
import { Visitor, type Sent } from "./signed-in.ts";

const WRITERS = 10;
const RESTARTS = 5;
const BETWEEN_MS = 2_500;
const OWNERS = [
  ["tomas", organizations.bluestem.id],
  ["hal", organizations.parks.id],
  ["mei", organizations.health.id],
  ["owen", organizations.harbor.id],
  ["grace", organizations.college.id],
] as const;

const checks = new Checks();
const site = await startBuiltSite({ cwd: process.env.SITE_DIR });
const { db } = site.connection;
const refusals: Sent[] = [];
let restarting = true;

/** The same form again until it is acknowledged, as the page for a fault offers. */
async function untilAcknowledged(visitor: Visitor, path: string, form: Record<string, string>): Promise<Sent> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const sent = await visitor.post(path, form);
    if (sent.status === 302) return sent;
    refusals.push(sent);
    await pause(100);
  }
  throw new Error(`${path} was not acknowledged in 200 attempts`);
}

interface Written {
  id: string;
  saves: number;
  last: string;
  drafts: number;
}

async function write(writer: number): Promise<Written> {
  const [who, organizationId] = OWNERS[writer % OWNERS.length] ?? OWNERS[0];
  const visitor = await new Visitor(site.port).signIn(who);
  const draft = (number: number) =>
    untilAcknowledged(visitor, "/partner/opportunities/new", {
      ...{ organizationId, title: `Restart ${writer}-${number}`, idempotencyKey: randomUUID() },
    });
  const { location } = await draft(0);
  const id = /opportunities\/([\w-]+)/.exec(location ?? "")?.[1] ?? "";
  const written: Written = { id, saves: 0, last: "", drafts: 1 };
  while (restarting) {
    const description = `Save ${writer}-${written.saves + 1}`;
    await untilAcknowledged(visitor, `/partner/opportunities/${id}/edit?step=what`, {
      ...{ description, version: String(written.saves + 1), idempotencyKey: randomUUID() },
    });
    written.saves++;
    written.last = description;
    if (written.saves % 5 === 0) await draft(written.drafts++);
  }
  return written;
}

try {
  const restart = await restartable(db);
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  for (let i = 0; i < RESTARTS; i++) {
    await pause(BETWEEN_MS);
    await restart("immediate");
  }
  await pause(BETWEEN_MS);
  restarting = false;
  const written = await writing;

  const saves = written.reduce((sum, { saves }) => sum + saves, 0);
  const wrong = await Promise.all(written.map(isAsAcknowledged));
  checks.that(wrong.every(Boolean), `${saves} acknowledged saves are all there, none twice`);
  const drafts = written.reduce((sum, { drafts }) => sum + drafts, 0);
  const kept = await db.$count(opportunities, like(opportunities.title, "Restart %"));
  checks.that(kept === drafts, `${drafts} drafts begun, ${kept} there`);
  const statuses = [...new Set(refusals.map(({ status }) => status))];
  const said = statuses.map((one) => `${refusals.filter(({ status }) => status === one).length} × ${one}`);
  const rude = refusals.filter(({ status, headers }) => status !== 503 || !headers.get("retry-after"));
  checks.that(refusals.length > 0, `requests failed meanwhile: ${said.join(", ")}`);
  checks.that(rude.length === 0, `each of them said 503 with Retry-After (${rude.length} did not)`);
  const slowest = Math.max(...refusals.map(({ ms }) => ms));
  checks.that(slowest <= 5_000, `the slowest was told after ${slowest.toFixed(0)} ms`);
  checks.that(site.process.exitCode === null, "the process lives");
  await indexes();
} finally {
  restarting = false;
  await site.stop();
}
checks.report("R3");

async function isAsAcknowledged({ id, saves, last }: Written): Promise<boolean> {
  const [row] = await db.select().from(opportunities).where(eq(opportunities.id, id));
  const [edits] = await db
    .select({ number: count() })
    .from(events)
    .where(and(eq(events.subjectId, id), eq(events.name, "opportunity.edited")));
  const holds = row?.version === saves + 1 && (row.description ?? "") === last && edits?.number === saves;
  if (!holds) console.log(`  ${id}: ${saves} acknowledged, version ${row?.version}, ${edits?.number} events`);
  return holds;
}

/** The jobs go on: a listing taken from the list and put back is found again. */
async function indexes() {
  const dana = await new Visitor(site.port).signIn("dana");
  const [shown] = await db
    .select({ id: listings.id })
    .from(listings)
    .innerJoin(districts, eq(districts.id, listings.districtId))
    .where(and(eq(districts.slug, "riverbend"), eq(listings.state, "published"), isNotNull(listings.publishedAt)))
    .limit(1);
  const listingId = shown?.id ?? "";
  for (const [name, alive] of [
    ["suspension", false],
    ["restoration", true],
  ] as const) {
    const start = performance.now();
    const form = { note: "A look at the address", idempotencyKey: randomUUID() };
    const { status } = await dana.post(`/coordinator/review/${listingId}/${name}`, form);
    const isSo = async () => {
      const [found] = await db.select().from(searchDocuments).where(eq(searchDocuments.listingId, listingId));
      return (found?.alive ?? false) === alive;
    };
    while (!(await isSo()) && performance.now() - start < 15_000) await pause(50);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    checks.that(status === 302 && (await isSo()), `${name}: answered ${status}, indexed after ${seconds} s`);
  }
}

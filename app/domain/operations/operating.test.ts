import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { mails, suppressions } from "#db/schema/mail.ts";
import { people } from "#db/seed/cast.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { loader as jobsPage } from "#app/routes/operator.jobs._index/route.tsx";
import { loader as mailPage } from "#app/routes/operator.mail._index/route.tsx";
import { loader as healthPage } from "#app/routes/operator._index/route.tsx";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask } from "#tests/support/request.ts";
import { forgetJob, listDeadJobs, retryJob } from "./dead-jobs.server.ts";
import { readHealth } from "./health.server.ts";
import { maskAddress } from "./mask-address.ts";
import { liftSuppression, listParkedMails, listSuppressions, settleParkedMail } from "./parked-mails.server.ts";

const database = useTestDatabase();
const operator = () => ({
  db: database.db,
  now: TEST_NOW,
  actor: { kind: "operator", userId: people.joan.id } as const,
});
const pages = async () => {
  const args = () => ask(database.db, { as: people.joan.id });
  return JSON.stringify([await healthPage(await args()), await jobsPage(await args()), await mailPage(await args())]);
};

async function givenDeadJob(listingId: string): Promise<string> {
  await enqueue(database.db, "index-listings", [{ listingId }]);
  const [job] = await database.db.execute<{ id: string }>(sql`
    update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no answer'
    where payload->0->>'listingId' = ${listingId} returning id::text`);
  return job!.id;
}
const jobOf = async (id: string) => {
  const [job] = await database.db.execute<{ attempts: number }>(
    sql`select attempts from graphile_worker.jobs where id = ${id}::bigint`,
  );
  return job;
};
const logged = (name: string) => database.db.select().from(events).where(eq(events.name, name));

describe("a job that failed for good", () => {
  it("is tried again once, by whoever decides first", async () => {
    const id = await givenDeadJob("00000000-0000-4000-8000-0000000000a1");
    expect(await listDeadJobs(operator())).toMatchObject([{ id, job: "index-listings", error: "no answer" }]);
    const outcomes = await Promise.all([retryJob(operator(), id), retryJob(operator(), id)]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await jobOf(id)).toEqual({ attempts: 0 });
    expect(await listDeadJobs(operator())).toEqual([]);
    expect(await logged("job.retried")).toMatchObject([
      { actorId: people.joan.id, districtId: null, detail: { job: "index-listings", number: id } },
    ]);
    // It is no longer dead.
    expect(await forgetJob(operator(), id)).toEqual({ ok: false, refusal: "not_found" });
  });

  it("is forgotten", async () => {
    const id = await givenDeadJob("00000000-0000-4000-8000-0000000000a2");
    expect(await forgetJob(operator(), id)).toMatchObject({ ok: true });
    expect(await jobOf(id)).toBeUndefined();
    expect(await logged("job.forgotten")).toHaveLength(1);
  });

  test.each(["x", "0", "-1", "1e3", "99999999999999999999", "' or true --"])("%s is none", async (id) => {
    expect(await retryJob(operator(), id)).toEqual({ ok: false, refusal: "not_found" });
  });
});

describe("a mail nobody knows of", () => {
  const parked = async () => {
    const [mail] = await database.db
      .insert(mails)
      .values({
        ...{ kind: "person-invited", address: "leo.marker@families.example", locale: "en", data: {}, dueAt: TEST_NOW },
        ...{ state: "parked", attempts: 9, firstTriedAt: TEST_NOW, sealedContent: "sealed", problem: "timeout" },
      })
      .returning();
    return mail!.id;
  };
  const read = async (id: string) => (await database.db.select().from(mails).where(eq(mails.id, id)))[0];

  test.each([
    ["sent", { state: "sent", sentAt: TEST_NOW, sealedContent: null }],
    ["again", { state: "waiting", attempts: 0, firstTriedAt: null, sealedContent: null }],
    ["drop", { state: "dropped", sealedContent: null }],
  ] as const)("is settled: %s, once", async (outcome, becomes) => {
    const id = await parked();
    expect(await settleParkedMail(operator(), id, outcome)).toMatchObject({ ok: true });
    expect(await read(id)).toMatchObject(becomes);
    const waits = await database.db.execute(
      sql`select 1 from graphile_worker._private_jobs where payload->>'mailId' = ${id}`,
    );
    expect(waits.length).toBe(outcome === "again" ? 1 : 0);
    expect(await settleParkedMail(operator(), id, "drop")).toEqual({ ok: false, refusal: "not_parked" });
    expect(await read(id)).toMatchObject(becomes);
    expect((await logged("mail.settled")).filter(({ subjectId }) => subjectId === id)).toMatchObject([
      { detail: { outcome, kind: "person-invited" } },
    ]);
  });
});

describe("addresses", () => {
  beforeAll(async () => {
    const at = TEST_NOW;
    await database.db.insert(suppressions).values([
      { address: people.leo.email, reason: "bounced", at },
      { address: "nobody@elsewhere.example", reason: "complained", at },
    ]);
  });

  it("P2: are masked, and nothing else of a mail or a person is on an operator's pages", async () => {
    await database.db.insert(mails).values({
      ...{ kind: "person-invited", userId: people.leo.id, locale: "en", data: {}, dueAt: TEST_NOW },
      ...{ state: "parked", sealedContent: "sealed-words" },
    });
    expect((await listParkedMails(operator())).map(({ to }) => to)).toContain("l…@f….example");
    const text = await pages();
    for (const marker of [people.leo.email, "families", "Leo", "Castillo", "elsewhere", "sealed-words"])
      expect(text).not.toContain(marker);
  });

  it("get mail again when their suppression is lifted; the log names the account, not the address", async () => {
    const [leo] = (await listSuppressions(operator())).filter(({ to }) => to.startsWith("l"));
    expect(await liftSuppression(operator(), leo!.reference)).toMatchObject({ ok: true });
    expect(await liftSuppression(operator(), leo!.reference)).toEqual({ ok: false, refusal: "not_found" });
    expect(await listSuppressions(operator())).toHaveLength(1);
    expect(await logged("suppression.lifted")).toMatchObject([
      { subjectId: people.leo.id, districtId: null, detail: { reason: "bounced" } },
    ]);
  });

  test.each([
    ["leo@families.example", "l…@f….example"],
    ["é@x", "é…@x…"],
    ["a@b.c.example.org", "a…@b….org"],
    ["", ""],
    ["no address", ""],
  ])("%s is shown as %s", (address, shown) => expect(maskAddress(address)).toBe(shown));
});

it("says how things are", async () => {
  const before = await readHealth(operator());
  await givenDeadJob("00000000-0000-4000-8000-0000000000a3");
  await enqueue(database.db, "check-search", {}, { delayMs: 60_000 });
  await database.db.insert(mails).values({
    ...{ kind: "x", userId: people.leo.id, locale: "en", data: {}, state: "waiting" },
    dueAt: new Date(TEST_NOW.getTime() - 90_000),
  });
  const after = await readHealth(operator());
  expect(after.queue.dead).toBe(before.queue.dead + 1);
  expect(after.queue.later).toBe(before.queue.later + 1);
  expect(after.mail).toMatchObject({ waiting: before.mail.waiting + 1, oldestSeconds: 90 });
  expect(after.database.connections).toBeGreaterThan(0);
  expect(after.workers).toEqual({ atWork: 0, clockRanAt: null });
});

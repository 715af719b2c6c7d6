import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { listWaitingForIndex } from "#tests/support/indexing.ts";
import { enqueue, enqueueIndexing } from "./enqueue.server.ts";

const database = useTestDatabase();

/** A worker takes the job of this key while `meanwhile` asks for it again. */
async function takenWhile(key: string, meanwhile: () => Promise<unknown>) {
  let asked: Promise<unknown> = Promise.resolve();
  await database.db.transaction(async (worker) => {
    await worker.execute(sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker',
      attempts = 1 where key = ${key}`);
    asked = meanwhile();
    const isWaiting = () =>
      database.db.execute(sql`select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%add_job%'`);
    await expect.poll(isWaiting).toHaveLength(1);
  });
  await asked;
}

it("loses no job that a worker takes in the same moment", async () => {
  const again = () => enqueue(database.db, "mark-texts", {}, { key: "mark-texts" });
  await again();
  await takenWhile("mark-texts", again);
  const jobs = await database.db.execute(
    sql`select locked_by from graphile_worker.jobs where task_identifier = 'mark-texts' order by id`,
  );
  expect([...jobs]).toEqual([{ locked_by: "a worker" }, { locked_by: null }]);
});

it("loses no change of a listing that way", async () => {
  const { listing: first } = await givenListing(database.db);
  const { listing: second } = await givenListing(database.db);
  await enqueueIndexing(database.db, [first.id]);
  await takenWhile(`index-listings:${first.districtId}`, () => enqueueIndexing(database.db, [second.id]));
  expect(await listWaitingForIndex(database.db)).toEqual([first.id, second.id]);
});

import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { enqueue } from "./enqueue.server.ts";
import { releaseAbandonedJobs } from "./release-abandoned.server.ts";

const database = useTestDatabase();
const held = async () => {
  const rows = await database.db.execute<{ key: string }>(
    sql`select key from graphile_worker.jobs where locked_by is not null order by key`,
  );
  return rows.map(({ key }) => key);
};

it("gives back jobs whose worker is gone, and leaves those that are under way", async () => {
  await releaseAbandonedJobs(database.db);
  for (const minutes of [1, 10]) {
    const key = `held-for-${minutes}`;
    await enqueue(database.db, "index-listings", [{ listingId: randomUUID() }], { key });
    await database.db.execute(sql`update graphile_worker._private_jobs set locked_by = ${`worker-${minutes}`},
      locked_at = now() - make_interval(mins => ${minutes}) where key = ${key}`);
  }
  expect(await held()).toEqual(["held-for-1", "held-for-10"]);
  await releaseAbandonedJobs(database.db);
  expect(await held()).toEqual(["held-for-1"]);
});

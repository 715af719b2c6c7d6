import { eq, sql } from "drizzle-orm";
import { pino } from "pino";
import { expect, it } from "vitest";
import { listings } from "#db/schema/listings.ts";
import { people } from "#db/seed/cast.ts";
import { checkSearch } from "#app/jobs/tasks/check-search.server.ts";
import { indexListings } from "#app/jobs/tasks/index-listings.server.ts";
import { reindexListings } from "#app/jobs/tasks/reindex-listings.server.ts";
import { loader as healthPage } from "#app/routes/operator._index/route.tsx";
import { createSearch } from "#app/search/create-search.server.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing, givenRevision } from "#tests/support/givens.ts";
import { ask } from "#tests/support/request.ts";
import { listRefused } from "./refused-listings.server.ts";

const database = useTestDatabase();
const log = pino({ level: "silent" });
const parts = () => ({ db: database.db, log, search: createSearch({ db: database.db, env: {}, log }) });
const refused = () =>
  listRefused({ db: database.db, now: TEST_NOW, actor: { kind: "operator", userId: people.joan.id } });

/** No form lets so many words through; a row written past them may hold them. */
const POISON = Array.from({ length: 90_000 }, (_, n) => `word${n}`).join(" ");
const poisoned = () => givenListing(database.db, { opportunity: { title: "Poisoned", summary: POISON } });

it("shows an operator a listing the engine will not take, until its text is another (R7)", async () => {
  const { listing, opportunity } = await poisoned();
  const { listing: sound } = await givenListing(database.db, { opportunity: { title: "Sound" } });
  await indexListings(
    parts(),
    [listing, sound].map(({ id }) => ({ listingId: id })),
  );
  expect(await refused()).toMatchObject([
    { listingId: listing.id, title: "Poisoned", engine: "postgres", reason: expect.stringContaining("too long") },
  ]);
  const page = JSON.stringify(await healthPage(await ask(database.db, { as: people.joan.id })));
  expect(page).toContain("Poisoned");
  expect(page).not.toContain("word77");
  const revisionId = await givenRevision(database.db, {
    ...{ ...opportunity, version: opportunity.version + 1 },
    summary: "Short and sound.",
  });
  await database.db
    .update(listings)
    .set({ publishedRevisionId: revisionId, version: sql`${listings.version} + 1` })
    .where(eq(listings.id, listing.id));
  await indexListings(parts(), [{ listingId: listing.id }]);
  expect((await parts().search.versions()).get(listing.id)).toBe(listing.version + 1);
  expect(await refused()).toEqual([]);
});

it("is noted by a rebuild, and makes no check order another one", async () => {
  const { listing } = await poisoned();
  await reindexListings(parts());
  expect(await refused()).toMatchObject([{ listingId: listing.id }]);
  await checkSearch(parts());
  expect(await database.db.execute(sql`select 1 from graphile_worker.jobs where key like 'reindex-listings%'`)).toEqual(
    [],
  );
  await database.db.delete(listings).where(eq(listings.id, listing.id));
  await reindexListings(parts());
  expect(await refused()).toEqual([]);
});

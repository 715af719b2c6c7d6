/**
 * B9: a file of 5,000 rows, one in fifty of them wrong, from bytes to a committed import with its progress told, against
 * the driver's own bulk insert of the rows that import wrote (opportunity, revision, listing), read back and given new
 * ids. Rounds are interleaved; Postgres keeps its promises (fsync on).
 */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { importFile } from "#app/domain/imports/import-file.server.ts";
import { connect } from "#db/client.server.ts";
import type { Database } from "#db/database.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { loadReference } from "#db/reference/load.server.ts";
import { plantCast } from "#db/seed/plant-cast.ts";
import { districts } from "#db/seed/cast.ts";
import { median } from "./median.ts";

const ROWS = 5_000;
const ROUNDS = 5;
const BATCH = 500;
const GOAL = { rowsPerSecond: 1_000, ratio: 0.1 };
const NOW = new Date("2027-02-09T20:30:00Z");

export default async function bench() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "waypost-bench-"));
  const server = await startEmbedded(path.join(folder, "postgres"));
  const connection = connect(server.url, { statementTimeoutMs: 0 });
  const driver = postgres(server.url, { max: 1, onnotice: () => {} });
  try {
    await migrate(server.url);
    await loadReference(connection.db);
    await plantCast(connection.db, NOW);
    return await measure(connection.db, driver);
  } finally {
    await driver.end({ timeout: 5 });
    await connection.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(db: Database, driver: postgres.Sql) {
  const rows = Array.from({ length: ROWS }, (_, i) => rowOf(i));
  const bytes = new TextEncoder().encode(csvOf(rows));
  const imported: number[] = [];
  const inserted: number[] = [];
  let skipped = 0;
  // The first round only warms compiler and caches up.
  for (let round = -1; round < ROUNDS; round++) {
    const importing = await rowsPerSecond(async () => {
      skipped = await importRound(db, bytes, `round ${round}`);
    });
    const copy = await copyImport(driver, `round ${round}`);
    const inserting = await rowsPerSecond(() => insertByDriver(driver, copy));
    if (round >= 0) {
      imported.push(importing);
      inserted.push(inserting);
    }
  }
  const rate = median(imported);
  const ratio = rate / median(inserted);
  return {
    id: "B9",
    name: "import",
    rows: ROWS,
    rowsWithErrors: skipped,
    rounds: ROUNDS,
    rowsPerSecond: rate,
    driverRowsPerSecond: median(inserted),
    ratio,
    goal: GOAL,
    passed: rate >= GOAL.rowsPerSecond && ratio >= GOAL.ratio,
  };
}

async function importRound(db: Database, bytes: Uint8Array, source: string) {
  const outcome = await importFile(
    { db, now: NOW, actor: { kind: "system", userId: null } },
    {
      districtId: districts.riverbend.id,
      fileName: "bench.csv",
      bytes,
      options: { mode: "publish", shiftDates: false, source },
    },
  );
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.skipped;
}

const WORDS =
  "help tutor garden library kitchen bikes robots nursing music code paint trails seniors animals radio".split(" ");
const word = (n: number) => WORDS[n % WORDS.length] ?? "";

function rowOf(i: number) {
  return {
    id: `B-${i}`,
    // Every fiftieth row is wrong: no title, or it ends before it starts.
    title: i % 100 === 7 ? "" : `${word(i)} with ${word(i * 7 + 3)} ${i}`,
    organization: `${word(i % 250)} partners ${i % 250}`,
    summary: `Learn ${word(i + 1)}, ${word(i + 4)} and ${word(i + 9)} beside people who do it every day. `.repeat(2),
    starts: "3/15/2027",
    ends: i % 100 === 57 ? "3/1/2027" : "6/30/2027",
    places: String(1 + (i % 12)),
    street: `${100 + i} Third Avenue`,
    city: "Moline",
    state: "IL",
    zip: "61265",
  };
}

function csvOf(rows: ReturnType<typeof rowOf>[]) {
  const header = Object.keys(rows[0] ?? {}).join(",");
  const lines = rows.map((row) =>
    Object.values(row)
      .map((cell) => `"${cell}"`)
      .join(","),
  );
  return [header, ...lines].join("\r\n");
}

type Row = Record<string, unknown>;

/** The rows of the latest import as the driver reads them, under new ids. */
async function copyImport(sql: postgres.Sql, source: string) {
  const written = (table: string, key: string) =>
    sql<Row[]>`select t.* from ${sql(table)} t join imported_rows i on i.${sql(key)} = t.id where i.source = ${source}`;
  const ids = new Map<unknown, string>();
  const renew = (row: Row, ...keys: string[]) => {
    for (const key of keys) {
      if (row[key] === null) continue;
      if (!ids.has(row[key])) ids.set(row[key], randomUUID());
      row[key] = ids.get(row[key]);
    }
    return row;
  };
  const opportunities = await written("opportunities", "opportunity_id");
  const listings = await written("listings", "listing_id");
  const revisions = await sql<
    Row[]
  >`select id, opportunity_id, version, content, created_at from opportunity_revisions where id in
    (select published_revision_id from listings l join imported_rows i on i.listing_id = l.id where i.source = ${source})`;
  return {
    opportunities: opportunities.map((row) => renew(row, "id")),
    opportunity_revisions: revisions.map((row) => renew(row, "id", "opportunity_id")),
    listings: listings.map((row) => ({
      ...renew(row, "id", "opportunity_id", "submitted_revision_id", "published_revision_id"),
      slug: randomUUID(),
    })),
  };
}

async function insertByDriver(sql: postgres.Sql, tables: Record<string, Row[]>) {
  await sql.begin(async (tx) => {
    for (const [table, rows] of Object.entries(tables))
      for (let from = 0; from < rows.length; from += BATCH)
        await tx`insert into ${tx(table)} ${tx(rows.slice(from, from + BATCH))}`;
  });
}

async function rowsPerSecond(work: () => Promise<unknown>) {
  const began = performance.now();
  await work();
  return ROWS / ((performance.now() - began) / 1000);
}

/**
 * B10: a list of 500 entries as a tagged booklet, from the list's value to the last byte, codes and contents and all. It
 * is made of the demo's own listings under other titles; the memory is what the process grew by at most.
 */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import "#app/i18n/catalogs.server.ts";
import { getDistrictBySlug } from "#app/domain/districts/districts.server.ts";
import type { PublishedList } from "#app/domain/editions/published-list.ts";
import { readLiveList } from "#app/domain/editions/published-list.server.ts";
import { printBooklet } from "#app/publishing/paper/booklet.server.ts";
import { connect } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { seed } from "#db/seed/index.ts";
import { median } from "./median.ts";

const ENTRIES = 500;
const ROUNDS = 5;
const GOAL = { entriesPerSecond: 200 };
const NOW = new Date("2027-02-09T20:30:00Z");

export default async function bench() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "waypost-bench-"));
  const server = await startEmbedded(path.join(folder, "postgres"));
  const { db, end } = connect(server.url, { statementTimeoutMs: 0 });
  let list: PublishedList;
  try {
    await migrate(server.url);
    await seed(db, NOW);
    const district = await getDistrictBySlug(db, "riverbend");
    list = longer(await readLiveList(db, district!, NOW));
  } finally {
    await end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return measure(list);
}

function longer(list: PublishedList): PublishedList {
  const entries = Array.from({ length: ENTRIES }, (_, index) => {
    const like = list.entries[index % list.entries.length]!;
    const content = { ...like.content, title: `${like.content.title}, group ${index}` };
    return { ...like, id: `entry-${index}`, content };
  });
  return { ...list, entries };
}

async function measure(list: PublishedList) {
  const codes = new Map(list.entries.map(({ id }, index) => [id, `k${1000 + index}`]));
  const rates: number[] = [];
  const processorRates: number[] = [];
  let [pages, bytes, most] = [0, 0, 0];
  const before = process.memoryUsage().rss;
  // The first round only warms the compiler up.
  for (let round = -1; round < ROUNDS; round++) {
    const began = performance.now();
    const processor = process.cpuUsage();
    bytes = 0;
    const order = { list, locale: "en", size: "normal", codes, asked: null, madeAt: NOW } as const;
    for await (const part of printBooklet({ ...order, origin: "https://list.example.org" })) {
      pages = part.pages;
      bytes += part.bytes.length;
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    if (round < 0) continue;
    rates.push(ENTRIES / ((performance.now() - began) / 1000));
    const { user, system } = process.cpuUsage(processor);
    processorRates.push(ENTRIES / ((user + system) / 1_000_000));
  }
  const rate = median(rates);
  return {
    ...{ id: "B10", name: "booklet", entries: ENTRIES, rounds: ROUNDS, pages },
    megabytes: bytes / 1e6,
    memoryMegabytes: most / 1e6,
    entriesPerSecond: rate,
    entriesPerProcessorSecond: median(processorRates),
    goal: GOAL,
    passed: rate >= GOAL.entriesPerSecond,
  };
}

import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { createPostgresIndex } from "./postgres.server.ts";
import { findWords } from "./postgres-words.server.ts";
import type { SearchDocument } from "./search-index.ts";

const database = useTestDatabase();
const districtId = randomUUID();

const titled = (title: string): SearchDocument => ({
  ...{ id: randomUUID(), version: 1, districtId, title, organization: "Someone", summary: "", body: "", keywords: [] },
  ...{ kind: "Other", sector: "business", clusters: [], subClusters: [], pathways: [], labels: [], pay: [], when: [] },
  ...{ grades: [], setting: "on_site", transport: [], point: null, publishedAt: 1_800_000_000, closesAt: null },
});

it("finds as much by a misspelled word as by the right one", async () => {
  const titles = ["Gardening on Saturdays", "Garden crew", "Ayuda en los jardines", "Jardín de niños"];
  await createPostgresIndex(database.db).put(titles.map(titled));
  const found = async (words: string) => (await findWords(database.db, districtId, words))?.slots.count;
  expect([await found("gardening"), await found("gardning")]).toEqual([4, 4]);
  expect([await found("jardines"), await found("jardinse")]).toEqual([4, 4]);
});

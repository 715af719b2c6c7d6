import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { askingFor, givenDocument } from "#tests/support/search-documents.ts";
import { createPostgresIndex } from "./postgres.server.ts";
import { findWords } from "./postgres-words.server.ts";
import type { SearchDocument } from "./search-index.ts";

const database = useTestDatabase();
const districtId = randomUUID();

const titled = (title: string, own: Partial<SearchDocument> = {}) => givenDocument({ districtId, title, ...own });

it("finds as much by a misspelled word as by the right one", async () => {
  const titles = ["Gardening on Saturdays", "Garden crew", "Ayuda en los jardines", "Jardín de niños"];
  await createPostgresIndex(database.db).put(titles.map((title) => titled(title)));
  const found = async (words: string) => (await findWords(database.db, districtId, words))?.slots.count;
  expect([await found("gardening"), await found("gardning")]).toEqual([4, 4]);
  expect([await found("jardines"), await found("jardinse")]).toEqual([4, 4]);
});

it("follows the changes of what common words find", async () => {
  const here = randomUUID();
  const asked = askingFor({ districtId: here, words: "beekeeper", sort: "newest" });
  const helpers = Array.from({ length: 1_100 }, (_, n) => titled(`Beekeeper ${n}`, { districtId: here }));
  const keeps = createPostgresIndex(database.db);
  for (let at = 0; at < helpers.length; at += 100) await keeps.put(helpers.slice(at, at + 100));
  expect(await keeps.search(asked)).toMatchObject({ total: 1_100 });
  const [renamed, removed] = [helpers[3]!, helpers[5]!];
  await keeps.put([
    { ...renamed, title: "Falconer", version: 2 },
    titled("Beekeeper, newly published", { districtId: here, publishedAt: 1_900_000_000 }),
    titled("Somebody else", { districtId: here }),
  ]);
  await keeps.remove([removed.id]);
  const followed = await keeps.search(asked);
  expect(followed.total).toBe(1_099);
  expect(followed).toEqual(await createPostgresIndex(database.db).search(asked));
  expect((await keeps.search({ ...asked, words: "falconer" })).hits).toMatchObject([{ id: renamed.id }]);
});

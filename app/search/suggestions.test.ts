import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenDocument, SEARCH_NOW } from "#tests/support/search-documents.ts";
import { createPostgresIndex } from "./postgres.server.ts";
import { createSearch } from "./create-search.server.ts";
import { createSuggestions } from "./suggestions.server.ts";
import type { SearchDocument } from "./search-index.ts";

const database = useTestDatabase();
const HERE = randomUUID();
const document = (changes: Partial<SearchDocument>) => givenDocument({ districtId: HERE, ...changes });

it("follows the changes of the list, and keeps to the district and to what is open", async () => {
  const index = createPostgresIndex(database.db);
  const { suggest } = createSuggestions(database.db);
  const typing = (typed: string) => suggest({ districtId: HERE, typed, now: SEARCH_NOW, most: 5 });
  const bees = document({ title: "Beekeeping", organization: "Riverbend Orchard" });
  const over = document({ title: "Beekeeping of last week", organization: "Bee Friends", closesAt: 1 });
  const foreign = document({ title: "Beekeeping by the lake", districtId: randomUUID() });
  await index.put([bees, over, foreign]);
  expect(await typing("bee")).toEqual({ listings: [bees.id], organizations: [] });
  expect(await typing("orch")).toEqual({ listings: [], organizations: [bees.id] });

  const more = document({ title: "Apple press", organization: "Riverbend Orchard" });
  await index.put([more, { ...bees, title: "Falconry", organization: "Bee Friends", version: 2 }]);
  expect(await typing("bee")).toEqual({ listings: [], organizations: [bees.id] });
  expect(await typing("falconri")).toEqual({ listings: [bees.id], organizations: [] });
  expect(await typing("orch")).toEqual({ listings: [], organizations: [more.id] });
  await index.remove([bees.id, more.id]);
  expect(await typing("falconry")).toEqual({ listings: [], organizations: [] });
  expect(await typing("orch")).toEqual({ listings: [], organizations: [] });
  await index.put([{ ...bees, version: 3 }]);
  expect(await typing("bee")).toEqual({ listings: [bees.id], organizations: [] });
});

it("suggests the same whichever engine searches", async () => {
  const meili = { url: "http://127.0.0.1:9", searchKey: "", adminKey: "" };
  const parts = { db: database.db, log: pino({ level: "silent" }) };
  const [alone, beside] = [createSearch({ ...parts, env: {} }), createSearch({ ...parts, env: { meili } })];
  const kept = document({ title: "Zither making" });
  await alone.put([kept]);
  const asked = { districtId: HERE, typed: "zith", now: SEARCH_NOW, most: 5 };
  expect(await beside.suggest(asked)).toEqual(await alone.suggest(asked));
  expect((await alone.suggest(asked)).listings).toEqual([kept.id]);
});

it("takes titles that hold anything", async () => {
  const odd = document({ title: "Zither\0 player \ud83c", organization: "\0" });
  expect(await createPostgresIndex(database.db).put([odd])).toEqual([]);
  const asked = { districtId: HERE, typed: "zither pl", now: SEARCH_NOW, most: 5 };
  expect((await createSuggestions(database.db).suggest(asked)).listings).toEqual([odd.id]);
});

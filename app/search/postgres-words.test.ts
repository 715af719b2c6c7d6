import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenDocument } from "#tests/support/search-documents.ts";
import { createPostgresIndex } from "./postgres.server.ts";
import { findWords } from "./postgres-words.server.ts";

const database = useTestDatabase();
const districtId = randomUUID();

const titled = (title: string) => givenDocument({ districtId, title });

it("finds as much by a misspelled word as by the right one", async () => {
  const titles = ["Gardening on Saturdays", "Garden crew", "Ayuda en los jardines", "Jardín de niños"];
  await createPostgresIndex(database.db).put(titles.map(titled));
  const found = async (words: string) => (await findWords(database.db, districtId, words))?.slots.count;
  expect([await found("gardening"), await found("gardning")]).toEqual([4, 4]);
  expect([await found("jardines"), await found("jardinse")]).toEqual([4, 4]);
});

import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { people } from "#db/seed/cast.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenOpportunity } from "#tests/support/givens.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const read = async (opportunityId: string, as = people.tomas.id) =>
  loader(
    await ask(database.db, { url: `/partner/opportunities/${opportunityId}/parts`, params: { opportunityId }, as }),
  );

it("marks each part: said, left open, or needed", async () => {
  const { id } = await givenOpportunity(database.db, { howToAsk: null });
  const { parts, problems } = await read(id);
  expect(problems.map(({ field }) => field)).toEqual(["howToAsk"]);
  expect(parts.map(({ mark }) => mark)).toEqual([
    ...["done", "done", "done", "empty", "done", "empty", "done", "empty"],
    ...["missing", "empty"],
  ]);
});

it("is not found by another partner, by a wrong id or by a word", async () => {
  const { id } = await givenOpportunity(database.db);
  const answers = await Promise.all([read(id, people.owen.id), read(randomUUID()), read("x")].map(thrownBy));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { opportunities } from "#db/schema/opportunities.ts";
import { people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenOpportunity } from "#tests/support/givens.ts";
import { PNG } from "#tests/support/pictures.ts";
import { answerOf, ask, thrownBy } from "#tests/support/request.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();

interface Posted {
  file?: BlobPart;
  name?: string;
  fields?: Record<string, string>;
  as?: string;
}

/** As a browser sends the form, also when no file was chosen. */
async function post(id: string, { file = "", name = file ? "photo.png" : "", fields = {}, as }: Posted) {
  const form = new FormData();
  const typed = { version: "1", idempotencyKey: randomUUID(), alt: "A bicycle", ...fields };
  for (const [field, value] of Object.entries(typed)) form.append(field, value);
  form.append("picture", new File([file], name));
  const url = `/partner/opportunities/${id}/picture`;
  return action(await ask(database.db, { url, params: { opportunityId: id }, as: as ?? people.tomas.id, form }));
}
const png = new Uint8Array(PNG);

it("keeps what was sent and shows it", async () => {
  const { id } = await givenOpportunity(database.db);
  const answer = (await post(id, { file: png })) as Response;
  expect(answer.headers.get("Location")).toBe(`/partner/opportunities/${id}/picture?done=saved`);
  const url = `/partner/opportunities/${id}/picture`;
  const page = await loader(await ask(database.db, { url, params: { opportunityId: id }, as: people.tomas.id }));
  expect(page).toMatchObject({ version: 2, picture: { alt: "A bicycle", width: 1, height: 1 } });
});

it.each([
  ["no picture", "", "Choose a picture."],
  ["what is none", "<svg/>", "This is not a JPEG, PNG or WebP picture. Choose another file."],
  ["a broken one", png.slice(0, 50), "We could not read this picture. It may be damaged. Choose another one."],
  ["one too large", new Uint8Array(9_000_000), "This file is larger than 8 MB. Choose a smaller one."],
])("S12: refuses %s beside its field and keeps the words", async (_what, file, message) => {
  const { id } = await givenOpportunity(database.db);
  const fields = { alt: "My long words" };
  expect(await answerOf(post(id, { file, fields }))).toMatchObject({
    status: 422,
    error: { picture: [message] },
    initialValue: { alt: "My long words" },
  });
  const [still] = await database.db.select().from(opportunities).where(eq(opportunities.id, id));
  expect(still).toMatchObject({ pictureId: null, version: 1 });
});

it("asks for the words, and says so when somebody was faster", async () => {
  const { id } = await givenOpportunity(database.db);
  const wordless = await answerOf(post(id, { file: png, fields: { alt: " " } }));
  expect(wordless).toMatchObject({
    status: 422,
    error: { alt: ["Say in a few words what the picture shows."] },
  });
  await post(id, { file: png });
  const late = await answerOf(post(id, { file: png, fields: { alt: "Mine" } }));
  expect(late).toMatchObject({ initialValue: { alt: "Mine" } });
  expect(late.error?.[""]).toEqual([expect.stringContaining("another tab")]);
});

it("is not found by another partner", async () => {
  const { id } = await givenOpportunity(database.db);
  expect((await thrownBy(post(id, { file: png, as: people.owen.id }))).status).toBe(404);
});

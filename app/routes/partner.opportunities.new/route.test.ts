import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations, people } from "#db/seed/cast.ts";
import { submissionProblems } from "#app/domain/opportunities/submission-rules.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const form = (changes: Record<string, string> = {}) => ({
  organizationId: organizations.bluestem.id,
  title: "Bike helper",
  summary: "Fix bikes.",
  kind: "JobShadowing",
  language: "en",
  idempotencyKey: randomUUID(),
  ...changes,
});
const WHOLE = {
  ...{ schedule: "Tuesdays after school", setting: "on_site", gradeMin: "9", pay: "unpaid" },
  howToAsk: "Come by the shop.",
};
const post = async (as: string, fields: Record<string, string>) =>
  action(await ask(database.db, { url: "/partner/opportunities/new", as, form: fields }));

it("asks which organization only of those who act for several", async () => {
  const url = "/partner/opportunities/new";
  expect((await loader(await ask(database.db, { url, as: people.tomas.id }))).organizations).toHaveLength(1);
  expect((await loader(await ask(database.db, { url, as: people.grace.id }))).organizations).toHaveLength(2);
});

it("starts a draft that may be sent, at the organization's address, and shows it", async () => {
  const answer = (await post(people.tomas.id, form(WHOLE))) as Response;
  expect(answer.status).toBe(302);
  const id = answer.headers.get("Location")?.match(/opportunities\/([0-9a-f-]{36})\/preview\?done=drafted$/)?.[1];
  const [draft] = await database.db.select().from(opportunities).where(eq(opportunities.id, id!));
  expect(draft).toMatchObject({ title: "Bike helper", kind: "JobShadowing", createdBy: people.tomas.id });
  expect(draft!.street).toBe(organizations.bluestem.street);
  expect(submissionProblems(draft!, "2027-02-09")).toEqual([]);
});

it("answers 422 with what was typed when the title is missing", async () => {
  expect(await post(people.tomas.id, form({ title: "  ", summary: "Kept words" }))).toMatchObject({
    init: { status: 422 },
    data: {
      lastResult: { initialValue: { summary: "Kept words" }, error: { title: ["Give it a title."] } },
    },
  });
});

it("knows no organization the person does not act for", async () => {
  expect((await thrownBy(post(people.owen.id, form()))).status).toBe(404);
});

it("sends a visitor to sign in and refuses a coordinator", async () => {
  const visitor = await thrownBy(loader(await ask(database.db, { url: "/partner/opportunities/new" })));
  expect([visitor.status, visitor.headers.get("Location")]).toEqual([302, expect.stringContaining("/sign-in?next=")]);
  expect((await thrownBy(post(people.dana.id, form()))).status).toBe(403);
});

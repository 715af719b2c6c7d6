import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizationSites } from "#db/schema/organizations.ts";
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

it("answers 422 with everything that is missing, each at its field, and what was typed", async () => {
  const empty = { organizationId: organizations.bluestem.id, idempotencyKey: randomUUID() };
  const answer = await post(people.tomas.id, { ...empty, setting: "on_site", language: "en", then: "look" });
  const { init, data } = answer as Exclude<typeof answer, Response>;
  expect(init?.status).toBe(422);
  expect(Object.keys(data.lastResult.error ?? {}).toSorted()).toEqual([
    "gradeMin",
    "howToAsk",
    "kind",
    "pay",
    "schedule",
    "summary",
    "title",
  ]);
});

it("keeps a draft as far as it goes when that is asked, but for its title", async () => {
  const answer = (await post(people.tomas.id, form({ then: "later" }))) as Response;
  expect(answer.headers.get("Location")).toMatch(/opportunities\/[0-9a-f-]{36}\?done=saved$/);
  expect(await post(people.tomas.id, form({ then: "later", title: "  ", summary: "Kept words" }))).toMatchObject({
    init: { status: 422 },
    data: {
      lastResult: { initialValue: { summary: "Kept words" }, error: { title: ["Give it a title."] } },
    },
  });
});

it("fills the address with a saved site and gives the form back, but not with another's", async () => {
  const place = { street: "9 Depot Lane", city: "Moline", state: "IL", zip: "61265" };
  const site = async (organizationId: string) =>
    (
      await database.db
        .insert(organizationSites)
        .values({ organizationId, name: randomUUID(), ...place })
        .returning()
    )[0]!;
  const own = await site(organizations.bluestem.id);
  const filled = await post(people.tomas.id, form({ then: "site", siteId: own.id, pay: "unpaid", street: "Old" }));
  expect(filled).toMatchObject({
    data: { lastResult: { initialValue: { ...place, title: "Bike helper", pay: "unpaid" } } },
  });
  expect(
    (await loader(await ask(database.db, { url: "/partner/opportunities/new", as: people.tomas.id }))).sites,
  ).toEqual(expect.arrayContaining([{ id: own.id, label: `${own.name}, 9 Depot Lane, Moline` }]));
  const others = await site(organizations.harbor.id);
  const same = await post(people.tomas.id, form({ then: "site", siteId: others.id, street: "Old" }));
  expect(same).toMatchObject({ data: { lastResult: { initialValue: { street: "Old" } } } });
});

it("knows no organization the person does not act for", async () => {
  expect((await thrownBy(post(people.owen.id, form(WHOLE)))).status).toBe(404);
});

it("sends a visitor to sign in and refuses a coordinator", async () => {
  const visitor = await thrownBy(loader(await ask(database.db, { url: "/partner/opportunities/new" })));
  expect([visitor.status, visitor.headers.get("Location")]).toEqual([302, expect.stringContaining("/sign-in?next=")]);
  expect((await thrownBy(post(people.dana.id, form()))).status).toBe(403);
});

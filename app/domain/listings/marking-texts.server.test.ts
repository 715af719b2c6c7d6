import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { opportunityRevisions } from "#db/schema/opportunities.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing } from "#tests/support/givens.ts";
import { markTexts } from "./marking-texts.server.ts";
import { readCriteria } from "./review-criteria.ts";
import { countFilters, listReviewQueue } from "./review-queue.server.ts";

const database = useTestDatabase();
const mark = () => markTexts({ db: database.db, now: TEST_NOW, actor: { kind: "system", userId: null } });
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const submitted = async (opportunity: object) =>
  (await givenListing(database.db, { opportunity, listing: { state: "submitted" } })).listing;

test("each text is looked at once, and then found by what the rule check says of it", async () => {
  const saw = await submitted({ tasks: "Cut boards with a table saw", organizationId: organizations.bluestem.id });
  const young = await submitted({ ageMin: 13 });
  const late = await submitted({ ageMin: 14, endTime: "21:30:00" });
  const unpaid = await submitted({ pay: "unpaid", kind: "ServiceLearning" });
  expect(await mark()).toBeGreaterThanOrEqual(4);
  expect(await mark()).toBe(0);

  const found = async (rules: string) =>
    (await listReviewQueue(dana(), readCriteria(new URLSearchParams({ rules })))).map(({ id }) => id).toSorted();
  expect(await found("hazards")).toEqual([saw.id]);
  expect(await found("age")).toEqual([young.id]);
  expect(await found("hours")).toContain(late.id);
  expect(await found("warnings")).toEqual(expect.arrayContaining([saw.id, young.id, late.id]));
  expect(await found("warnings")).not.toContain(unpaid.id);
  const { rules } = await countFilters(dana(), readCriteria(new URLSearchParams()));
  expect(rules).toMatchObject({ hazards: 1, age: 1, warnings: (await found("warnings")).length });
});

test("a text too short to compare is looked at too", async () => {
  const { submittedRevisionId } = await submitted({ summary: null, description: null, tasks: null });
  await mark();
  const [text] = await database.db
    .select({ sketch: opportunityRevisions.sketch, findings: opportunityRevisions.findings })
    .from(opportunityRevisions)
    .where(eq(opportunityRevisions.id, submittedRevisionId!));
  expect(text).toEqual({ sketch: [], findings: ["permit"] });
});

import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { FIRST_STEPS } from "#db/schema/first-vetting-steps.ts";
import { events } from "#db/schema/events.ts";
import { vettingMarks, vettingSteps } from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin, asCoordinator, asOperator } from "#tests/support/givens.ts";
import { givenDocument, givenPartnership } from "#tests/support/partnerships.ts";
import { createDistrict } from "../districts/creating.server.ts";
import { markStep, readChecklist } from "./checklist.server.ts";
import { addStep, editStep, listSteps, moveStep, retireStep } from "./editing-steps.server.ts";
import { MOST_STEPS, openSteps, stepName } from "./vetting-steps.ts";
import { approvePartnership } from "./vetting.server.ts";

const database = useTestDatabase();
const TODAY = "2027-02-09";
const riverbend = districts.riverbend.id;
const key = () => ({ idempotencyKey: randomUUID() });
const dana = () => asCoordinator(database.db, people.dana.id, riverbend);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);
const ines = () => asAdmin(database.db, people.ines.id, riverbend);
const carl = () => asAdmin(database.db, people.carl.id, districts.lakeshore.id);
const eventsOf = async (id: string) =>
  (await database.db.select().from(events).where(eq(events.subjectId, id))).map(({ name }) => name);

beforeEach(async () => {
  await database.db.delete(vettingMarks);
  await database.db.delete(vettingSteps);
});

async function givenStep(changes: Partial<typeof vettingSteps.$inferInsert> = {}) {
  const step = { districtId: riverbend, name: "Called them", position: 1, ...changes };
  const [row] = await database.db.insert(vettingSteps).values(step).returning();
  return row!;
}
const requested = async () =>
  (await givenPartnership(database.db, { status: "requested", inForceUntil: null })).partnershipId;
const approving = (partnershipId: string) =>
  approvePartnership(dana(), { partnershipId, inForceUntil: "2028-01-31", ...key() });

describe("marking a step", () => {
  it("says who did it and when, lets the partner be approved, and can be taken back", async () => {
    const [partnershipId, step] = [await requested(), await givenStep()];
    await givenStep({ name: "Visited", isRequired: false, position: 2 });
    expect(openSteps(await readChecklist(dana(), partnershipId, TODAY)).map(({ id }) => id)).toEqual([step.id]);
    expect(await approving(partnershipId)).toEqual({ ok: false, refusal: "steps_open" });
    const marking = { partnershipId, stepId: step.id };
    expect(await markStep(dana(), { ...marking, isDone: true, ...key() })).toEqual({
      ok: true,
      value: { isDone: true },
    });
    const [item] = await readChecklist(dana(), partnershipId, TODAY);
    expect(item).toMatchObject({ doneBy: people.dana.name, doneAt: dana().now, isProven: true });
    await markStep(dana(), { ...marking, isDone: false, ...key() });
    expect(await approving(partnershipId)).toEqual({ ok: false, refusal: "steps_open" });
    await markStep(dana(), { ...marking, isDone: true, ...key() });
    expect(await approving(partnershipId)).toMatchObject({ ok: true });
    const done = ["partnership.step_done", "partnership.step_undone", "partnership.step_done"];
    expect(await eventsOf(partnershipId)).toEqual([...done, "partnership.approved"]);
  });

  it("approves at once where the district has no steps, or has retired them", async () => {
    expect(await approving(await requested())).toMatchObject({ ok: true });
    await givenStep({ retiredAt: dana().now });
    expect(await approving(await requested())).toMatchObject({ ok: true });
  });

  it("needs a document of its kind that holds today, and is open again when that runs out", async () => {
    const [partnershipId, step] = [await requested(), await givenStep({ documentKind: "insurance" })];
    const marking = { partnershipId, stepId: step.id, isDone: true };
    const missing = { ok: false, refusal: "document_missing" };
    expect(await markStep(dana(), { ...marking, ...key() })).toEqual(missing);
    await givenDocument(database.db, partnershipId, { expiresOn: "2027-02-08" });
    await givenDocument(database.db, partnershipId, { removedAt: dana().now });
    await givenDocument(database.db, partnershipId, { kind: "agreement" });
    expect(await markStep(dana(), { ...marking, ...key() })).toEqual(missing);
    await givenDocument(database.db, partnershipId, { expiresOn: TODAY });
    expect(await markStep(dana(), { ...marking, ...key() })).toMatchObject({ ok: true });
    expect(openSteps(await readChecklist(dana(), partnershipId, TODAY))).toEqual([]);
    expect(openSteps(await readChecklist(dana(), partnershipId, "2027-02-10"))).toHaveLength(1);
  });

  it("of two coordinators at once, it is done once", async () => {
    const [partnershipId, step] = [await requested(), await givenStep()];
    const marcus = asCoordinator(database.db, people.marcus.id, riverbend);
    const marking = { partnershipId, stepId: step.id, isDone: true };
    const both = await Promise.all([dana(), marcus].map((ctx) => markStep(ctx, { ...marking, ...key() })));
    expect(both).toEqual(Array(2).fill({ ok: true, value: { isDone: true } }));
    expect(await eventsOf(partnershipId)).toEqual(["partnership.step_done"]);
  });

  it("refuses another district, another's step, and what is not there", async () => {
    const [partnershipId, step] = [await requested(), await givenStep()];
    const theirs = await givenStep({ districtId: districts.lakeshore.id });
    const marking = { partnershipId, stepId: step.id, isDone: true };
    const outcomes = await Promise.all([
      markStep(priya(), { ...marking, ...key() }),
      markStep(dana(), { ...marking, stepId: theirs.id, ...key() }),
      markStep(dana(), { ...marking, partnershipId: randomUUID(), ...key() }),
    ]);
    expect(outcomes).toEqual(Array(3).fill({ ok: false, refusal: "not_found" }));
  });
});

describe("a district's steps", () => {
  const text = { name: "Insurance seen", nameEs: "Seguro visto", documentKind: "insurance", isRequired: true } as const;
  const names = async () => (await listSteps(ines())).map(({ name }) => name);

  it("are added, changed, moved, retired and asked for again", async () => {
    const added = await addStep(ines(), { ...text, ...key() });
    if (!added.ok) throw new Error(added.refusal);
    const { stepId } = added.value;
    await addStep(ines(), { ...text, name: "Visited", ...key() });
    await editStep(ines(), { ...text, stepId, name: "Policy seen", ...key() });
    await moveStep(ines(), { stepId, by: "up", ...key() });
    expect(await names()).toEqual(["Policy seen", "Visited"]);
    await moveStep(ines(), { stepId, by: "down", ...key() });
    expect(await names()).toEqual(["Visited", "Policy seen"]);
    await retireStep(ines(), { stepId, isRetired: true, ...key() });
    await retireStep(ines(), { stepId, isRetired: true, ...key() });
    await retireStep(ines(), { stepId, isRetired: false, ...key() });
    expect(await names()).toEqual(["Visited", "Policy seen"]);
    const edited = ["vetting_step.edited", "vetting_step.edited"];
    expect(await eventsOf(stepId)).toEqual([
      "vetting_step.added",
      ...edited,
      "vetting_step.retired",
      "vetting_step.reinstated",
    ]);
  });

  it("are not more than anybody does", async () => {
    for (let i = 1; i < MOST_STEPS; i++) await givenStep({ position: i });
    const outcomes = await Promise.all([1, 2].map(() => addStep(ines(), { ...text, ...key() })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, refusal: "too_many" });
  });

  it("are no other district's to change", async () => {
    const { id: stepId } = await givenStep();
    const outcomes = await Promise.all([
      editStep(carl(), { ...text, stepId, ...key() }),
      moveStep(carl(), { stepId, by: "up", ...key() }),
      retireStep(carl(), { stepId, isRetired: true, ...key() }),
    ]);
    expect(outcomes).toEqual(Array(3).fill({ ok: false, refusal: "not_found" }));
  });

  it("are there for a new district", async () => {
    const place = { state: "IL", zip: "61265", timeZone: "America/Chicago" };
    const named = { name: "Prairie Unified", slug: "prairie", contactEmail: "hello@prairie.example" };
    const outcome = await createDistrict(asOperator(database.db, people.joan.id), { ...named, ...place, ...key() });
    if (!outcome.ok) throw new Error(outcome.refusal);
    const own = and(eq(vettingSteps.districtId, outcome.value.districtId), isNull(vettingSteps.retiredAt));
    const planted = await database.db.select().from(vettingSteps).where(own);
    expect(planted).toHaveLength(FIRST_STEPS.length);
    expect(planted.map((step) => stepName(step, "es"))).toContain("Acuerdo firmado");
    expect(stepName({ name: "Visited", nameEs: null }, "es")).toBe("Visited");
  });
});

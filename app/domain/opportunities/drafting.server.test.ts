import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPartner, givenOpportunity } from "#tests/support/givens.ts";
import { draftOpportunity, getOpportunity, saveDraft } from "./drafting.server.ts";
import { listOpportunities } from "./opportunities.server.ts";

const database = useTestDatabase();
const tomas = () => asPartner(database.db, people.tomas.id, [organizations.bluestem.id]);
const owen = () => asPartner(database.db, people.owen.id, [organizations.harbor.id]);
const grace = () => asPartner(database.db, people.grace.id, [organizations.college.id, organizations.kitchen.id]);

const eventsOf = (subjectId: string) => database.db.select().from(events).where(eq(events.subjectId, subjectId));
const stored = async (id: string) =>
  (await database.db.select().from(opportunities).where(eq(opportunities.id, id)))[0]!;

const draft = (changes = {}) => ({
  organizationId: organizations.bluestem.id,
  kind: null,
  title: "Bike helper",
  summary: null,
  language: "en" as const,
  idempotencyKey: randomUUID(),
  ...changes,
});
const save = (opportunityId: string, version: number, changes = {}) => ({
  opportunityId,
  version,
  changes,
  idempotencyKey: randomUUID(),
});

describe("starting a draft", () => {
  it("keeps what was typed, the writer as contact and the organization's address, with its event", async () => {
    const outcome = await draftOpportunity(tomas(), draft({ kind: "JobShadowing" }));
    if (!outcome.ok) throw new Error(outcome.refusal);
    expect(await stored(outcome.value.opportunityId)).toMatchObject({
      organizationId: organizations.bluestem.id,
      kind: "JobShadowing",
      title: "Bike helper",
      createdBy: people.tomas.id,
      contactName: people.tomas.name,
      contactEmail: people.tomas.email,
      version: 1,
    });
    expect(await eventsOf(outcome.value.opportunityId)).toMatchObject([
      { name: "opportunity.drafted", actorId: people.tomas.id },
    ]);
  });

  it("makes one draft of a form sent five times at once", async () => {
    const twice = draft({ title: "Sent five times" });
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => draftOpportunity(tomas(), twice)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await database.db.$count(opportunities, eq(opportunities.title, "Sent five times"))).toBe(1);
  });

  it("refuses an organization the person does not act for", async () => {
    expect(await draftOpportunity(owen(), draft())).toEqual({ ok: false, refusal: "not_found" });
  });

  it("lets a member of two organizations choose, and lists both", async () => {
    await draftOpportunity(grace(), draft({ organizationId: organizations.college.id, title: "Campus day" }));
    await draftOpportunity(grace(), draft({ organizationId: organizations.kitchen.id, title: "Kitchen helper" }));
    const lines = await listOpportunities(grace(), { page: 1 });
    expect(new Set(lines.map((line) => line.organizationName))).toEqual(
      new Set([organizations.college.name, organizations.kitchen.name]),
    );
    expect(await listOpportunities(owen(), { page: 1 })).toEqual([]);
  });
});

describe("saving a step", () => {
  it("keeps the step's fields alone, grows the version and names the fields in the log", async () => {
    const { id } = await givenOpportunity(database.db);
    const outcome = await saveDraft(tomas(), save(id, 1, { places: 5, tasks: "Sweep" }));
    expect(outcome).toEqual({ ok: true, value: { version: 2 } });
    expect(await stored(id)).toMatchObject({ places: 5, tasks: "Sweep", title: "Bicycle repair helper", version: 2 });
    expect(await eventsOf(id)).toMatchObject([
      { name: "opportunity.edited", detail: { fields: ["places", "tasks"], version: 2 } },
    ]);
  });

  it("is no change when it says what already stands", async () => {
    const { id } = await givenOpportunity(database.db);
    const same = { places: 2, days: ["tue", "thu"] as const, startTime: "15:30" };
    expect(await saveDraft(tomas(), save(id, 1, same))).toEqual({ ok: true, value: { version: 1 } });
    expect(await eventsOf(id)).toEqual([]);
  });

  it("refuses a save from an older state and overwrites nothing", async () => {
    const { id } = await givenOpportunity(database.db);
    await saveDraft(tomas(), save(id, 1, { places: 5 }));
    expect(await saveDraft(tomas(), save(id, 1, { places: 9 }))).toEqual({ ok: false, refusal: "edited_elsewhere" });
    expect(await stored(id)).toMatchObject({ places: 5, version: 2 });
  });

  it("lets one of ten saves at once through", async () => {
    const { id } = await givenOpportunity(database.db);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => saveDraft(tomas(), save(id, 1, { places: n + 10 }))),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect((await stored(id)).version).toBe(2);
  });

  it("answers another partner as if it were not there", async () => {
    const { id } = await givenOpportunity(database.db);
    expect(await saveDraft(owen(), save(id, 1, { places: 5 }))).toEqual({ ok: false, refusal: "not_found" });
    expect(await saveDraft(owen(), save(randomUUID(), 1, {}))).toEqual({ ok: false, refusal: "not_found" });
    expect(await getOpportunity(owen(), id)).toBeNull();
    expect(await getOpportunity(tomas(), id)).toMatchObject({
      id,
      organization: { name: organizations.bluestem.name },
    });
    expect((await stored(id)).places).toBe(2);
  });

  it("keeps sub-clusters of the framework only, as chosen by a person", async () => {
    const { id } = await givenOpportunity(database.db, { subClustersSuggested: true });
    await saveDraft(tomas(), save(id, 1, { subClusters: ["999999", "010101"] }));
    expect(await stored(id)).toMatchObject({ subClusters: ["010101"], subClustersSuggested: false });
  });
});

describe("the point on the map", () => {
  it("follows the ZIP when the address changes", async () => {
    const { id } = await givenOpportunity(database.db);
    await saveDraft(tomas(), save(id, 1, { street: "1 Main St", city: "Erie", state: "PA", zip: "16501" }));
    const { latitude, longitude } = await stored(id);
    expect(latitude).toBeCloseTo(42.1, 0);
    expect(longitude).toBeCloseTo(-80.1, 0);
  });

  it("stays when the address stays, or when an exact one is given", async () => {
    const { id, latitude } = await givenOpportunity(database.db);
    await saveDraft(tomas(), save(id, 1, { zip: "61201", places: 3 }));
    expect((await stored(id)).latitude).toBe(latitude);
    await saveDraft(tomas(), save(id, 2, { zip: "16501", latitude: 42.25, longitude: -80 }));
    expect(await stored(id)).toMatchObject({ latitude: 42.25, longitude: -80 });
  });

  it("is gone when the ZIP is not known", async () => {
    const { id } = await givenOpportunity(database.db);
    await saveDraft(tomas(), save(id, 1, { zip: "00000" }));
    expect(await stored(id)).toMatchObject({ zip: "00000", latitude: null, longitude: null });
  });
});

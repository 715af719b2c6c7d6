import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizationSites } from "#db/schema/organizations.ts";
import { people } from "#db/seed/cast.ts";
import { STEP_FIELDS } from "#app/domain/opportunities/content.ts";
import { STEPS, type Step } from "#app/domain/opportunities/steps.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenOpportunity } from "#tests/support/givens.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { action, loader } from "./route.tsx";

const database = useTestDatabase();
const stored = async (id: string) =>
  (await database.db.select().from(opportunities).where(eq(opportunities.id, id)))[0]!;

interface Posted {
  id: string;
  step?: string;
  as?: string;
  fields: Record<string, string | string[]>;
}
async function post({ id, step = "what", as = people.tomas.id, fields }: Posted) {
  const url = `/partner/opportunities/${id}/edit?step=${step}`;
  const form = { version: "1", idempotencyKey: randomUUID(), ...fields };
  return action(await ask(database.db, { url, params: { opportunityId: id }, as, form }));
}
const read = async (id: string, { step = "what", as = people.tomas.id }: { step?: string; as?: string } = {}) =>
  loader(
    await ask(database.db, {
      url: `/partner/opportunities/${id}/edit?step=${step}`,
      params: { opportunityId: id },
      as,
    }),
  );
const statusOf = (answer: unknown) =>
  answer instanceof Response ? answer.status : (answer as { init: ResponseInit }).init.status;
const locationOf = (answer: unknown) => (answer as Response).headers.get("Location");

describe("a step", () => {
  it("is shown with what is stored and which steps are finished", async () => {
    const { id } = await givenOpportunity(database.db, { howToAsk: null });
    const page = await read(id, { step: "when" });
    expect(page.typed).toMatchObject({ startTime: "15:30", days: ["tue", "thu"], hoursPerWeek: "4" });
    expect(page.steps.filter(({ mark }) => mark === "missing").map(({ name }) => name)).toEqual(["asking"]);
    expect((await read(id, { step: "what" })).areas).toHaveLength(14);
  });

  it("is saved and leads on, to a chosen step, to the preview after the last, or away", async () => {
    const { id } = await givenOpportunity(database.db);
    const what = { description: "New words", places: "3" };
    expect(locationOf(await post({ id, fields: what }))).toBe(`/partner/opportunities/${id}/edit?step=when`);
    expect(await stored(id)).toMatchObject({ description: "New words", places: 3, tasks: null, version: 2 });
    const spanish = { titleEs: "Palabras nuevas", version: "2" };
    expect(locationOf(await post({ id, step: "spanish", fields: spanish }))).toBe(
      `/partner/opportunities/${id}/preview`,
    );
    const away = { howToAsk: "Call us!", version: "3", then: "leave" };
    expect(locationOf(await post({ id, step: "asking", fields: away }))).toBe(
      `/partner/opportunities/${id}?done=saved`,
    );
    const back = { howToAsk: "Call us!!", version: "4", then: "where" };
    expect(locationOf(await post({ id, step: "asking", fields: back }))).toBe(
      `/partner/opportunities/${id}/edit?step=where`,
    );
  });

  it("answers 422 with everything typed and the cause at its field", async () => {
    const { id } = await givenOpportunity(database.db);
    const fields = { schedule: "Mondays", startsOn: "2027-05-02", endsOn: "2027-05-01", days: ["mon", "tue"] };
    expect(await post({ id, step: "when", fields })).toMatchObject({
      init: { status: 422 },
      data: {
        lastResult: {
          initialValue: { schedule: "Mondays", days: ["mon", "tue"], endsOn: "2027-05-01" },
          error: { endsOn: ["The last day comes before the first day."] },
        },
      },
    });
    expect((await stored(id)).version).toBe(1);
  });

  it("shows both versions when it was saved elsewhere, and takes mine when I say so", async () => {
    const { id } = await givenOpportunity(database.db);
    await post({ id, fields: { description: "Theirs" } });
    const answer = await post({ id, fields: { description: "Mine" } });
    expect(answer).toMatchObject({
      init: { status: 409 },
      data: {
        lastResult: { initialValue: { description: "Mine" } },
        elsewhere: { saved: { description: "Theirs" }, typed: { description: "Mine" }, version: 2 },
      },
    });
    expect((await stored(id)).description).toBe("Theirs");
    await post({ id, fields: { description: "Mine", version: "2" } });
    expect((await stored(id)).description).toBe("Mine");
  });

  it("keeps shifts as rules, drops empty rows, and is no change when saved again", async () => {
    const { id } = await givenOpportunity(database.db);
    const fields = {
      ...{ "shifts[0].startsOn": "2027-02-16", "shifts[0].startTime": "15:30", "shifts[0].endTime": "17:30" },
      ...{ "shifts[0].repeats": "weekly", "shifts[0].days": ["tue", "thu"], "shifts[0].until": "2027-05-28" },
      ...{ "shifts[1].startsOn": "", "shifts[1].startTime": "", "shifts[1].repeats": "once" },
    };
    expect(locationOf(await post({ id, step: "shifts", fields }))).toBe(`/partner/opportunities/${id}/edit?step=where`);
    const rule = "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270528";
    const shifts = [{ startsOn: "2027-02-16", startTime: "15:30", endTime: "17:30", rule }];
    expect(await stored(id)).toMatchObject({ shifts, version: 2 });
    await post({ id, step: "shifts", fields: { ...fields, version: "2" } });
    expect((await stored(id)).version).toBe(2);
    expect((await read(id, { step: "shifts" })).shiftsInWords).toEqual([
      "Every Tuesday and Thursday, 3:30 PM to 5:30 PM, February 16 to May 28, 2027",
    ]);
  });

  it("names the row a shift is wrong in, and gives back all that was typed", async () => {
    const { id } = await givenOpportunity(database.db);
    const fields = { "shifts[0].startsOn": "2027-02-16", "shifts[0].startTime": "15:30" };
    expect(await post({ id, step: "shifts", fields })).toMatchObject({
      init: { status: 422 },
      data: {
        lastResult: {
          initialValue: { shifts: [{ startsOn: "2027-02-16", startTime: "15:30" }] },
          error: { "shifts[0].endTime": ["Say when it ends."] },
        },
      },
    });
  });

  it("keeps other places with their points, questions and what to bring", async () => {
    const { id } = await givenOpportunity(database.db);
    const site = { "otherSites[0].street": "9 Main St", "otherSites[0].city": "Erie", "otherSites[0].zip": "16501" };
    await post({ id, step: "sites", fields: site });
    const [kept] = (await stored(id)).otherSites;
    expect(kept).toMatchObject({ name: null, street: "9 Main St", city: "Erie", zip: "16501" });
    expect(kept?.latitude).toBeCloseTo(42.1, 0);
    const asking = { howToAsk: "Call.", questions: ["Why bikes?", "", "When?"], documents: ["resume", "work_permit"] };
    await post({ id, step: "asking", fields: { ...asking, version: "2" } });
    expect(await stored(id)).toMatchObject({
      questions: ["Why bikes?", "When?"],
      documents: ["work_permit", "resume"],
    });
    const six = { questions: ["1?", "2?", "3?", "4?", "5?", "6?"], version: "3" };
    expect(statusOf(await post({ id, step: "asking", fields: six }))).toBe(422);
  });

  it("takes the address of a saved site with its point, and stays on the step", async () => {
    const { id, organizationId } = await givenOpportunity(database.db);
    const place = { street: "9 Depot Lane", city: "Erie", state: "PA", zip: "16501" };
    const point = { latitude: 42.12, longitude: -80.08 };
    const [site] = await database.db
      .insert(organizationSites)
      .values({ organizationId, name: "Depot", ...place, ...point })
      .returning();
    expect((await read(id, { step: "where" })).sites).toContainEqual({
      id: site!.id,
      label: "Depot, 9 Depot Lane, Erie",
    });
    const where = { setting: "on_site", street: "Old", then: "site", siteId: site!.id };
    const answer = await post({ id, step: "where", fields: where });
    expect(locationOf(answer)).toBe(`/partner/opportunities/${id}/edit?step=where`);
    expect(await stored(id)).toMatchObject({ ...place, ...point });
    const foreign = { ...where, siteId: randomUUID(), version: "2", street: "Typed" };
    await post({ id, step: "where", fields: foreign });
    expect(await stored(id)).toMatchObject({ street: "Typed" });
  });

  it("saves, then suggests skills and areas from the text, and keeps those that stay checked", async () => {
    const { id } = await givenOpportunity(database.db, { subClusters: [], skills: ["patience"], summary: null });
    const text = { description: "Sweep", tasks: "Fix bikes and weld frames", skills: "patience" };
    const asked = await post({ id, fields: { ...text, then: "suggest" } });
    expect(locationOf(asked)).toBe(`/partner/opportunities/${id}/edit?step=what&suggest#suggestions`);
    expect((await read(id)).suggestions).toBeNull();
    const { suggestions } = await read(id, { step: "what&suggest" });
    const skills = suggestions!.skills.map(({ skill }) => skill);
    expect(skills).toEqual(expect.arrayContaining(["bicycle repair", "welding"]));
    const [area] = suggestions!.subClusters;
    const kept = { keptSkills: ["welding", "patience"], subClusters: [area!.code] };
    await post({ id, fields: { ...text, ...kept, version: "2" } });
    expect(await stored(id)).toMatchObject({ skills: ["patience", "welding"], subClusters: [area!.code] });
    const more = await read(id, { step: "what&suggest" });
    expect(more.suggestions!.skills.map(({ skill }) => skill)).not.toContain("welding");
  });

  it("stores its own fields only, whatever else is posted", async () => {
    const { id, organizationId } = await givenOpportunity(database.db);
    const fields = {
      description: "Mine",
      organizationId: randomUUID(),
      id: randomUUID(),
      title: "No",
      "__proto__.x": "1",
    };
    await post({ id, fields });
    expect(await stored(id)).toMatchObject({ organizationId, title: "Bicycle repair helper", description: "Mine" });
  });
});

describe("what is not there", () => {
  it("is another partner's, an unknown id, a word for an id and an unknown step alike", async () => {
    const { id } = await givenOpportunity(database.db);
    const fields = { description: "Mine" };
    const asOwen = { as: people.owen.id };
    const answers = await Promise.all([
      thrownBy(read(id, asOwen)),
      thrownBy(post({ id, fields, ...asOwen })),
      thrownBy(read(randomUUID())),
      thrownBy(post({ id: randomUUID(), fields })),
      thrownBy(read("not-an-id")),
      thrownBy(post({ id: "1' or '1'='1", fields })),
      thrownBy(read(id, { step: "constructor" })),
      thrownBy(post({ id, step: "nowhere", fields })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(404));
    expect((await stored(id)).version).toBe(1);
  });
});

// Hundreds of posts each, which a busy machine cannot take in five seconds.
describe("naughty strings", { timeout: 60_000 }, () => {
  it.each(STEPS)("in each field of %s are saved or refused, never a fault", async (step: Step) => {
    const { id, title } = await givenOpportunity(database.db);
    let version = 1;
    for (const name of Object.keys(STEP_FIELDS[step])) {
      for (const text of NAUGHTY_STRINGS) {
        const answer = await post({ id, step, fields: { title, version: String(version), [name]: text } });
        const status = statusOf(answer);
        expect([302, 422], `${name}: ${text.slice(0, 40)}`).toContain(status);
        if (status === 302) ({ version } = await stored(id));
      }
    }
  });

  it.each(["0", "-1", "1e999", "2147483648", "NaN", "١٢", "", "1;2", "999999999999999999999"])(
    "make no fault of the version: %s",
    async (version) => {
      const { id } = await givenOpportunity(database.db);
      const answer = await post({ id, fields: { version } });
      expect(answer).toMatchObject({ init: { status: 422 } });
    },
  );
});

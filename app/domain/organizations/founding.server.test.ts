import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { memberships, organizations as organizationTable } from "#db/schema/organizations.ts";
import { people } from "#db/seed/cast.ts";
import type { Context, Person } from "#app/domain/context.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenPerson } from "#tests/support/givens.ts";
import { createOrganization, findLikelySame, type Founding } from "./founding.server.ts";

const database = useTestDatabase();
const as = (userId: string): Context<Person> => ({ db: database.db, now: TEST_NOW, actor: { kind: "person", userId } });
const founding = (name: string, changes: Partial<Founding> = {}): Founding => ({
  ...{ name, sector: "business", about: null, website: null, street: null },
  ...{ city: "Moline", state: "IL", zip: "61265", isNew: false, idempotencyKey: randomUUID() },
  ...changes,
});
const givenOrganization = async (name: string, more: Partial<typeof organizationTable.$inferInsert> = {}) =>
  (
    await database.db
      .insert(organizationTable)
      .values({ name, sector: "nonprofit", ...more })
      .returning()
  )[0]!;
const found = async (traits: Parameters<typeof findLikelySame>[1]) =>
  (await findLikelySame(database.db, traits)).map(({ name, isLikelySame }) => [name, isLikelySame]);

describe("looking for one's organization", () => {
  it.each([
    ["NYU", "New York University"],
    ["Society for the Care of Owls", "SCO"],
    ["Wildwood Gardens Inc.", "The Wildwood Gardens"],
    ["Wildwod Nursery", "Wildwood Nursery"],
  ])("%s finds %s", async (typed, name) => {
    await givenOrganization(name);
    expect(await found({ name: typed })).toContainEqual([name, true]);
  });

  it("finds by website, and by street and ZIP code", async () => {
    await givenOrganization("Larch", {
      website: "https://www.larch-trees.example/about",
      street: "9 Elm Street",
      zip: "61299",
    });
    expect(await found({ name: "Zzz", website: "https://larch-trees.example" })).toEqual([["Larch", true]]);
    expect(await found({ name: "Zzz", street: "9 Elm St.", zip: "61299" })).toEqual([["Larch", true]]);
  });

  it("finds a part of a name, without saying it is the same", async () => {
    expect(await found({ name: "bluestem" })).toEqual([["Bluestem Bikes", false]]);
  });

  it.each(["", "%", "_", "\\", "[", "'; drop table organizations; --", "^$.*", "(", "é".repeat(100), "a b c d e f g"])(
    "takes %j as text",
    async (name) => {
      expect(
        Array.isArray(await findLikelySame(database.db, { name, website: "https://[", street: "%", zip: "%" })),
      ).toBe(true);
    },
  );
});

describe("creating one's organization", () => {
  it("makes its creator the owner, places it on the map and logs it", async () => {
    const person = await givenPerson(database.db);
    const outcome = await createOrganization(as(person.id), founding("Old Mill Pottery", { sector: "business" }));
    if (!outcome.ok) throw new Error(outcome.refusal);
    const { organizationId } = outcome.value;
    const [row] = await database.db.select().from(organizationTable).where(eq(organizationTable.id, organizationId));
    expect(row).toMatchObject({
      name: "Old Mill Pottery",
      city: "Moline",
      latitude: expect.closeTo(41.5, 0) as number,
    });
    expect(await database.db.select().from(memberships).where(eq(memberships.userId, person.id))).toMatchObject([
      { organizationId, role: "owner" },
    ]);
    expect(await database.db.select().from(events).where(eq(events.subjectId, organizationId))).toMatchObject([
      { name: "organization.created", actorId: person.id, detail: { sector: "business" } },
    ]);
  });

  it("refuses a likely duplicate until the person says it is none", async () => {
    const person = await givenPerson(database.db);
    const duplicate = founding("Bluestem Bikes LLC");
    expect(await createOrganization(as(person.id), duplicate)).toEqual({ ok: false, refusal: "likely_same" });
    expect(await createOrganization(as(person.id), { ...duplicate, isNew: true })).toMatchObject({ ok: true });
  });

  it("refuses a student", async () => {
    const outcome = await createOrganization(as(people.leo.id), founding("Leo's Lawns", { isNew: true }));
    expect(outcome).toEqual({ ok: false, refusal: "not_for_students" });
  });

  it("R10: the same form 50 times at once creates one", async () => {
    const person = await givenPerson(database.db);
    const form = founding("Sent Fifty Times");
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => createOrganization(as(person.id), form)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await database.db.$count(organizationTable, eq(organizationTable.name, "Sent Fifty Times"))).toBe(1);
  });
});

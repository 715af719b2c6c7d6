import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { memberships, organizations as organizationRows, partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { toldAbout } from "#tests/support/told.ts";
import { introduceOrganization, introducePartner } from "./introducing.server.ts";

const database = useTestDatabase();
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const founding = (name: string, isNew = false) => ({
  ...{ name, sector: "business" as const, about: null, website: null, street: "9 Elm Street" },
  ...{ city: "Moline", state: "IL", zip: "61265", isNew, idempotencyKey: randomUUID() },
});
const partnershipOf = async (id: string) =>
  (await database.db.select().from(partnerships).where(eq(partnerships.id, id)))[0]!;

it("writes an organization down that asks the district and that nobody acts for", async () => {
  const outcome = await introduceOrganization(dana(), founding("Quiet Corner Bookbinding"));
  const { partnershipId } = outcome.ok ? outcome.value : expect.fail();
  const partnership = await partnershipOf(partnershipId);
  expect(partnership).toMatchObject({ status: "requested", requestedBy: people.dana.id });
  const { organizationId } = partnership;
  expect(await database.db.$count(memberships, eq(memberships.organizationId, organizationId))).toBe(0);
  expect(await database.db.select().from(events).where(eq(events.subjectId, organizationId))).toMatchObject([
    { name: "organization.created", actorId: people.dana.id },
  ]);
  expect(await toldAbout(database.db, partnershipId)).toEqual([["marcus", "coordinator-partnership-requested"]]);
});

it("refuses one that is likely here already, unless the coordinator says it is another", async () => {
  const { name } = organizations.bluestem;
  expect(await introduceOrganization(dana(), founding(name))).toEqual({ ok: false, refusal: "likely_same" });
  expect(await introduceOrganization(dana(), founding(name, true))).toMatchObject({ ok: true });
});

it("brings one in that is here already, and asks none twice", async () => {
  const [shop] = await database.db.insert(organizationRows).values({ name: "Shop", sector: "business" }).returning();
  const known = () => ({ organizationId: shop!.id, idempotencyKey: randomUUID() });
  const [first, second] = [await introducePartner(dana(), known()), await introducePartner(dana(), known())];
  expect(second).toEqual(first);
  expect(await partnershipOf(first.ok ? first.value.partnershipId : "")).toMatchObject({ status: "requested" });
});

it("knows none that is not there, or was merged", async () => {
  const [merged] = await database.db
    .insert(organizationRows)
    .values({ name: "Twin", sector: "business", mergedIntoId: organizations.bluestem.id })
    .returning();
  for (const organizationId of [randomUUID(), merged!.id])
    expect(await introducePartner(dana(), { organizationId, idempotencyKey: randomUUID() })).toEqual({
      ok: false,
      refusal: "not_found",
    });
});

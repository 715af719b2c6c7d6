import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { mails } from "#db/schema/mail.ts";
import { memberships, organizations as organizationTable, partnerships } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, asPartner } from "#tests/support/givens.ts";
import { listStandings, requestPartnerships } from "./requesting.server.ts";
import { approvePartnership, declinePartnership, suspendPartnership } from "./vetting.server.ts";

const database = useTestDatabase();
const TODAY = "2027-02-09";
const key = () => ({ idempotencyKey: randomUUID() });
const dana = () => asCoordinator(database.db, people.dana.id, districts.riverbend.id);
const priya = () => asCoordinator(database.db, people.priya.id, districts.lakeshore.id);

/** A new organization of Tomás', and how it stands with Riverbend. */
async function given(partnership: Partial<typeof partnerships.$inferInsert> | null = {}) {
  const [organization] = await database.db
    .insert(organizationTable)
    .values({ name: `Shop ${randomUUID().slice(0, 8)}`, sector: "business" })
    .returning();
  const organizationId = organization!.id;
  await database.db.insert(memberships).values({ userId: people.tomas.id, organizationId, role: "owner" });
  const ctx = asPartner(database.db, people.tomas.id, [organizationId]);
  if (!partnership) return { organizationId, ctx, partnershipId: "" };
  const [row] = await database.db
    .insert(partnerships)
    .values({ organizationId, districtId: districts.riverbend.id, status: "requested", ...partnership })
    .returning();
  return { organizationId, ctx, partnershipId: row!.id };
}
const read = async (id: string) => (await database.db.select().from(partnerships).where(eq(partnerships.id, id)))[0];
const told = async (partnershipId: string, kind: string) =>
  (await database.db.select().from(mails).where(eq(mails.kind, kind)))
    .filter(({ data }) => data.partnershipId === partnershipId)
    .map(({ userId, districtId }) => ({ userId, districtId }));
const eventsOf = (id: string) => database.db.select().from(events).where(eq(events.subjectId, id));

describe("asking districts", () => {
  it("asks each by itself and tells its coordinators", async () => {
    const { organizationId, ctx } = await given(null);
    const districtIds = [districts.riverbend.id, districts.lakeshore.id];
    expect(await requestPartnerships(ctx, { organizationId, districtIds, ...key() })).toEqual({
      ok: true,
      value: { asked: 2 },
    });
    const rows = await database.db.select().from(partnerships).where(eq(partnerships.organizationId, organizationId));
    expect(rows).toMatchObject([
      { status: "requested", requestedBy: people.tomas.id, requestedAt: ctx.now },
      { status: "requested" },
    ]);
    const lakeshore = rows.find(({ districtId }) => districtId === districts.lakeshore.id)!;
    expect(await told(lakeshore.id, "coordinator-partnership-requested")).toEqual([
      { userId: people.priya.id, districtId: districts.lakeshore.id },
    ]);
    expect(await eventsOf(lakeshore.id)).toMatchObject([
      { name: "partnership.requested", districtId: districts.lakeshore.id, detail: { organizationId } },
    ]);
    expect((await listStandings(ctx))[0]?.districts.map(({ standing }) => standing)).toEqual([
      "requested",
      "requested",
    ]);
  });

  it("R10: the same form 50 times at once asks once", async () => {
    const { organizationId, ctx } = await given(null);
    const asking = { organizationId, districtIds: [districts.lakeshore.id], ...key() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => requestPartnerships(ctx, asking)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":true,"value":{"asked":1}}']),
    );
    const rows = await database.db.select().from(partnerships).where(eq(partnerships.organizationId, organizationId));
    expect(rows).toHaveLength(1);
    expect(await told(rows[0]!.id, "coordinator-partnership-requested")).toHaveLength(1);
  });

  it.each([
    ["declined", { status: "declined", declineReason: "not_local", note: "No." }],
    ["lapsed", { status: "approved", inForceUntil: "2027-02-08" }],
  ] as const)("asks again what is %s", async (_standing, partnership) => {
    const { organizationId, ctx, partnershipId } = await given(partnership);
    const asking = { organizationId, districtIds: [districts.riverbend.id], ...key() };
    expect(await requestPartnerships(ctx, asking)).toMatchObject({ ok: true });
    expect(await read(partnershipId)).toMatchObject({ status: "requested", declineReason: null, note: null });
  });

  it.each([
    { status: "requested" },
    { status: "suspended" },
    { status: "approved", inForceUntil: "2027-02-09" },
  ] as const)("leaves alone what is %j", async (partnership) => {
    const { organizationId, ctx, partnershipId } = await given(partnership);
    const before = await read(partnershipId);
    const asking = { organizationId, districtIds: [districts.riverbend.id], ...key() };
    expect(await requestPartnerships(ctx, asking)).toEqual({ ok: true, value: { asked: 0 } });
    expect(await read(partnershipId)).toEqual(before);
  });

  it("refuses another's organization and a district that is none", async () => {
    const { ctx, organizationId } = await given(null);
    const districtIds = [districts.riverbend.id];
    const other = { organizationId: organizations.harbor.id, districtIds, ...key() };
    expect(await requestPartnerships(ctx, other)).toEqual({ ok: false, refusal: "not_found" });
    const unknown = { organizationId, districtIds: [randomUUID()], ...key() };
    expect(await requestPartnerships(ctx, unknown)).toEqual({ ok: false, refusal: "unknown_district" });
  });
});

describe("deciding", () => {
  it.each([
    ["partnership.approved", { status: "requested" }],
    ["partnership.approved", { status: "declined", declineReason: "other" }],
    ["partnership.renewed", { status: "approved", inForceUntil: "2027-03-01" }],
    ["partnership.renewed", { status: "approved", inForceUntil: "2027-02-01" }],
    ["partnership.resumed", { status: "suspended", note: "Looked into." }],
  ] as const)("%s: from %j to a last day, told and logged", async (name, partnership) => {
    const { partnershipId } = await given(partnership);
    const approving = { partnershipId, inForceUntil: "2028-02-08", ...key() };
    expect(await approvePartnership(dana(), approving)).toEqual({ ok: true, value: { status: "approved" } });
    expect(await read(partnershipId)).toMatchObject({
      status: "approved",
      inForceUntil: "2028-02-08",
      vettedBy: people.dana.id,
      declineReason: null,
      note: null,
    });
    expect(await told(partnershipId, "partner-partnership-approved")).toEqual([
      { userId: people.tomas.id, districtId: districts.riverbend.id },
    ]);
    expect(await eventsOf(partnershipId)).toMatchObject([{ name, districtId: districts.riverbend.id }]);
  });

  it.each([
    ["2027-02-08", "last_day_over"],
    ["2031-01-01", "last_day_too_far"],
  ])("a last day of %s is refused: %s", async (inForceUntil, refusal) => {
    const { partnershipId } = await given();
    expect(await approvePartnership(dana(), { partnershipId, inForceUntil, ...key() })).toEqual({ ok: false, refusal });
  });

  it("declines with a reason the partner reads; never into the log", async () => {
    const { partnershipId, ctx } = await given();
    const declining = { partnershipId, reason: "incomplete", note: "Call us, please.", ...key() } as const;
    expect(await declinePartnership(dana(), declining)).toEqual({ ok: true, value: { status: "declined" } });
    expect((await listStandings(ctx))[0]?.districts).toContainEqual(
      expect.objectContaining({ standing: "declined", declineReason: "incomplete", note: "Call us, please." }),
    );
    expect(await told(partnershipId, "partner-partnership-declined")).toHaveLength(1);
    const [event] = await eventsOf(partnershipId);
    expect(event).toMatchObject({ name: "partnership.declined", detail: { reason: "incomplete" } });
    expect(JSON.stringify(event)).not.toContain("Call us");
  });

  it("suspends with a note", async () => {
    const { partnershipId } = await given({ status: "approved", inForceUntil: TODAY });
    expect(
      await suspendPartnership(dana(), { partnershipId, note: "A complaint.", takeOff: false, ...key() }),
    ).toMatchObject({
      ok: true,
    });
    expect(await read(partnershipId)).toMatchObject({ status: "suspended", note: "A complaint." });
    expect(await eventsOf(partnershipId)).toMatchObject([{ name: "partnership.suspended" }]);
  });

  it.each([
    ["declining", { status: "approved" }],
    ["declining", { status: "declined" }],
    ["suspending", { status: "requested" }],
    ["suspending", { status: "suspended" }],
  ] as const)("%s is not possible when it is %j", async (verb, partnership) => {
    const { partnershipId } = await given(partnership);
    const outcome =
      verb === "declining"
        ? await declinePartnership(dana(), { partnershipId, reason: "other", note: null, ...key() })
        : await suspendPartnership(dana(), { partnershipId, note: "x", takeOff: false, ...key() });
    expect(outcome).toEqual({ ok: false, refusal: "not_possible_now" });
  });

  it("refuses another district, and what is not there", async () => {
    const { partnershipId } = await given();
    for (const [ctx, id] of [[priya(), partnershipId] as const, [dana(), randomUUID()] as const]) {
      const change = { partnershipId: id, ...key() };
      const outcomes = await Promise.all([
        approvePartnership(ctx, { ...change, inForceUntil: "2027-12-31" }),
        declinePartnership(ctx, { ...change, reason: "other", note: null }),
        suspendPartnership(ctx, { ...change, note: "x", takeOff: true }),
      ]);
      expect(outcomes).toEqual(Array(3).fill({ ok: false, refusal: "not_found" }));
    }
    expect(await read(partnershipId)).toMatchObject({ status: "requested" });
  });

  it("of two who decide at once, one is refused", async () => {
    const { partnershipId } = await given();
    const decline = () => declinePartnership(dana(), { partnershipId, reason: "other", note: null, ...key() });
    const outcomes = await Promise.all([decline(), decline()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      await database.db.$count(
        events,
        and(eq(events.subjectId, partnershipId), eq(events.name, "partnership.declined")),
      ),
    ).toBe(1);
  });
});

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events } from "#db/schema/events.ts";
import { districtHosts } from "#db/schema/front.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asOperator } from "#tests/support/givens.ts";
import { getHost, giveHost, listAllHosts, listHosts, MOST_HOSTS, takeHost } from "./district-hosts.server.ts";

const database = useTestDatabase();
const [riverbend, lakeshore] = [districts.riverbend.id, districts.lakeshore.id];
const joan = () => asOperator(database.db, people.joan.id);
const some = () => `${randomUUID()}.example`;
const form = (changes: Partial<Parameters<typeof giveHost>[1]> = {}) => ({
  ...{ districtId: riverbend, host: some(), siteHost: "list.example.org", idempotencyKey: randomUUID() },
  ...changes,
});
const give = (changes?: Parameters<typeof form>[0]) => giveHost(joan(), form(changes));
const hostsOf = async (districtId: string) => (await listHosts(database.db, districtId)).map(({ host }) => host);
async function given(changes?: Parameters<typeof form>[0]) {
  const outcome = await give(changes);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value.hostId;
}

test("a host is given and taken back, once each, and the district's log says so", async () => {
  const sent = form();
  const [first, again] = await Promise.all([giveHost(joan(), sent), giveHost(joan(), sent)]);
  expect(again).toEqual(first);
  if (!first.ok) throw new Error(first.refusal);
  const { hostId } = first.value;
  expect(await hostsOf(riverbend)).toContain(sent.host);
  expect(await listAllHosts(database.db)).toContainEqual({ host: sent.host, slug: "riverbend" });
  expect(await getHost(joan(), hostId)).toMatchObject({ host: sent.host, districtId: riverbend, slug: "riverbend" });
  const taking = { hostId, idempotencyKey: randomUUID() };
  const taken = await takeHost(joan(), taking);
  expect(taken).toEqual({ ok: true, value: { districtId: riverbend } });
  expect(await takeHost(joan(), taking)).toEqual(taken);
  expect(await takeHost(joan(), { hostId, idempotencyKey: randomUUID() })).toEqual({ ok: false, refusal: "not_found" });
  expect(await hostsOf(riverbend)).not.toContain(sent.host);
  const rows = await database.db.select().from(events).where(eq(events.subjectId, riverbend));
  const about = rows.filter(({ detail }) => detail?.["hostId"] === hostId);
  expect(about.map(({ name, districtId, actorId }) => [name, districtId, actorId])).toEqual([
    ["district.host_given", riverbend, people.joan.id],
    ["district.host_taken", riverbend, people.joan.id],
  ]);
});

test("a host is one district's, the site's own is nobody's, and a district that is not there gets none", async () => {
  const host = some();
  await given({ host });
  expect(await give({ host })).toEqual({ ok: false, refusal: "already_given" });
  expect(await give({ host, districtId: lakeshore })).toEqual({ ok: false, refusal: "of_another_district" });
  expect(await hostsOf(lakeshore)).not.toContain(host);
  expect(await give({ host: "list.example.org" })).toEqual({ ok: false, refusal: "own_host" });
  expect(await give({ districtId: randomUUID() })).toEqual({ ok: false, refusal: "not_found" });
});

test("of two districts that are given one host at once, one has it", async () => {
  const host = some();
  const outcomes = await Promise.all([give({ host }), give({ host, districtId: lakeshore })]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await database.db.$count(districtHosts, eq(districtHosts.host, host))).toBe(1);
});

test("there is an end to the hosts of a district, also for forms sent at once", async () => {
  await database.db.delete(districtHosts).where(eq(districtHosts.districtId, lakeshore));
  const outcomes = await Promise.all(Array.from({ length: MOST_HOSTS + 2 }, () => give({ districtId: lakeshore })));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(MOST_HOSTS);
  expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, refusal: "too_many" }));
  expect(await hostsOf(lakeshore)).toHaveLength(MOST_HOSTS);
});

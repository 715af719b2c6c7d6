import { eq, sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { giveHost, takeHost } from "#app/domain/districts/district-hosts.server.ts";
import { bumpListVersion } from "#app/domain/districts/list-version.server.ts";
import { districts } from "#db/schema/districts.ts";
import { regionDistricts, regions } from "#db/schema/regions.ts";
import { people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asOperator } from "#tests/support/givens.ts";
import { followListVersions, type ListVersions } from "./list-versions.ts";

const database = useTestDatabase();
let versions: ListVersions | undefined;
afterEach(() => versions?.stop());

async function follow(now?: () => number) {
  const followed = (versions = followListVersions(database.url, now));
  await expect.poll(() => followed.isList("riverbend")).toBe(true);
  return followed;
}

const riverbend = async () => {
  const [district] = await database.db.select().from(districts).where(eq(districts.slug, "riverbend"));
  if (!district) throw new Error("the cast has a district riverbend");
  return district;
};

it("knows every district and no other word", async () => {
  const followed = await follow();
  expect(followed.current("riverbend")?.version).toBe((await riverbend()).listVersion);
  expect(followed.isList("lakeshore")).toBe(true);
  expect(followed.current("partner")).toBeNull();
});

it("hears of a change when it is committed, not before", async () => {
  const followed = await follow();
  const { id } = await riverbend();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const before = followed.current("riverbend")?.version ?? 0;
  const version = await database.db.transaction(async (tx) => {
    const bumped = await bumpListVersion(tx, id);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(followed.current("riverbend")?.version).toBe(before);
    return bumped;
  });
  await expect.poll(() => followed.current("riverbend")?.version, { interval: 2, timeout: 300 }).toBe(version);
});

it("a region's list is another when one of its districts' is, or when its districts are others", async () => {
  const rows = await database.db.select().from(districts);
  const [region] = await database.db.insert(regions).values({ slug: "two-rivers", name: "Two Rivers" }).returning();
  const members = rows.map(({ id }) => ({ regionId: region!.id, districtId: id }));
  await database.db.insert(regionDistricts).values(members);
  const followed = await follow();
  const state = () => followed.current("regions/two-rivers")?.version;
  expect(followed.isList("regions/two-rivers")).toBe(true);
  expect(followed.isList("two-rivers")).toBe(false);
  const first = state();
  const { id } = await riverbend();
  const version = await database.db.transaction((tx) => bumpListVersion(tx, id));
  await expect.poll(() => followed.current("riverbend")?.version).toBe(version);
  const second = state();
  await database.db.delete(regionDistricts).where(eq(regionDistricts.districtId, id));
  await expect.poll(state, { timeout: 2_000 }).not.toBe(second);
  expect(new Set([first, second, state()]).size).toBe(3);
});

it("knows whose a host is, and forgets it as soon as it is taken back; what it knew stays while nobody answers", async () => {
  let ahead = 0;
  const followed = await follow(() => Date.now() + ahead);
  const { id } = await riverbend();
  const joan = asOperator(database.db, people.joan.id);
  const form = { districtId: id, host: "jobs.riverbend.example", siteHost: "list.example.org" };
  const given = await giveHost(joan, { ...form, idempotencyKey: crypto.randomUUID() });
  if (!given.ok) throw new Error(given.refusal);
  const known = () => followed.districtAt("jobs.riverbend.example");
  await expect.poll(known, { interval: 2, timeout: 300 }).toBe("riverbend");
  expect(followed.districtAt("riverbend.example")).toBeNull();
  ahead = 60_000;
  expect([followed.current("riverbend"), known()]).toEqual([null, "riverbend"]);
  await takeHost(joan, { hostId: given.value.hostId, idempotencyKey: crypto.randomUUID() });
  await expect.poll(known, { interval: 2, timeout: 300 }).toBeNull();
});

it("learns within a second and a half of a change that was announced to nobody", async () => {
  const followed = await follow();
  const { id, listVersion } = await riverbend();
  await database.db
    .update(districts)
    .set({ listVersion: listVersion + 7 })
    .where(eq(districts.id, id));
  await expect.poll(() => followed.current("riverbend")?.version, { timeout: 1_500 }).toBe(listVersion + 7);
});

it("comes back by itself when its connections are cut", async () => {
  const followed = await follow();
  await database.db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  const { id } = await riverbend();
  const version = await database.db.transaction((tx) => bumpListVersion(tx, id));
  await expect.poll(() => followed.current("riverbend")?.version, { timeout: 3_000 }).toBe(version);
});

it("trusts nothing it learned more than two seconds ago", async () => {
  let ahead = 0;
  const followed = await follow(() => Date.now() + ahead);
  expect(followed.current("riverbend")).not.toBeNull();
  ahead = 2_500;
  expect(followed.current("riverbend")).toBeNull();
  await expect.poll(() => followed.current("riverbend"), { timeout: 2_000 }).not.toBeNull();
});

it("turns the page at the end of the day in the district's zone", async () => {
  const { timeZone } = await riverbend();
  expect(timeZone).toBe("America/Chicago");
  let instant = Date.parse("2026-11-24T05:59:59.900Z");
  const followed = await follow(() => instant);
  expect(followed.current("riverbend")?.date).toBe("2026-11-23");
  instant += 200;
  expect(followed.current("riverbend")?.date).toBe("2026-11-24");
});

import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { memberships, organizations as table, organizationSites } from "#db/schema/organizations.ts";
import { districts, organizations, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asPartner } from "#tests/support/givens.ts";
import { listVersionOf } from "#tests/support/list-version.ts";
import { givenPicture } from "#tests/support/pictures.ts";
import type { ProfileFacts, SiteFacts } from "./profile.ts";
import { getProfile, saveProfile, setLogo } from "./profile.server.ts";
import { addSite, changeSite, findSite, listSites, removeSite } from "./sites.server.ts";

const database = useTestDatabase();
const { bluestem, kitchen, college, harbor } = organizations;
const tomas = () => asPartner(database.db, people.tomas.id, [bluestem.id]);
/** Owner of the college, member of the kitchen. */
const grace = () => asPartner(database.db, people.grace.id, [college.id, kitchen.id]);

const FACTS: ProfileFacts = {
  ...{ sector: "business", about: "We fix bikes.", website: "https://bluestembikes.example/" },
  ...{ street: "1 Main", city: "Erie", state: "PA", zip: "16501" },
  ...{ languages: ["en", "es"], access: ["wheelchair"] },
};
const SITE: SiteFacts = { name: "North", street: null, city: "Erie", state: "PA", zip: "16501" };

const stored = async (id: string = bluestem.id) => (await database.db.select().from(table).where(eq(table.id, id)))[0]!;
const at = async (organizationId: string = bluestem.id) => ({
  ...{ organizationId, version: (await stored(organizationId)).version, idempotencyKey: randomUUID() },
});
const lastEvents = (limit: number) =>
  database.db
    .select({ districtId: events.districtId, detail: events.detail })
    .from(events)
    .where(and(eq(events.name, "organization.edited"), eq(events.subjectId, bluestem.id)))
    .orderBy(sql`(${events.detail}->>'version')::int desc`)
    .limit(limit);

beforeEach(() => database.db.delete(organizationSites));

describe("a profile", () => {
  it("is changed by an owner: seen at once, noted by every district that knows it, by the fields' names only", async () => {
    const [before, { version }] = [await listVersionOf(database.db, districts.lakeshore.id), await stored()];
    const outcome = await saveProfile(tomas(), { ...(await at()), facts: FACTS });
    expect(outcome).toEqual({ ok: true, value: { version: version + 1 } });
    const saved = await stored();
    expect(saved).toMatchObject({ ...FACTS, name: bluestem.name });
    // The point follows the ZIP code, some thousand miles.
    expect([Math.round(saved.latitude!), Math.round(saved.longitude!)]).toEqual([42, -80]);
    expect(await listVersionOf(database.db, districts.lakeshore.id)).toBe(before + 1);
    const noted = await lastEvents(2);
    expect(noted.map(({ districtId }) => districtId).toSorted()).toEqual(
      [districts.riverbend.id, districts.lakeshore.id].toSorted(),
    );
    expect(noted[0]!.detail).toMatchObject({ version: version + 1, fields: expect.arrayContaining(["about", "zip"]) });
    expect(JSON.stringify(noted)).not.toContain("fix bikes");
  });

  it("stays as it is when nothing new is said", async () => {
    await saveProfile(tomas(), { ...(await at()), facts: FACTS });
    const [{ version }, before] = [await stored(), await listVersionOf(database.db, districts.riverbend.id)];
    expect(await saveProfile(tomas(), { ...(await at()), facts: FACTS })).toEqual({ ok: true, value: { version } });
    expect(await listVersionOf(database.db, districts.riverbend.id)).toBe(before);
  });

  it("R11: is not written over by the later of two tabs", async () => {
    const shown = await at();
    await saveProfile(tomas(), { ...shown, facts: { ...FACTS, about: "Theirs" } });
    const mine = { ...shown, idempotencyKey: randomUUID(), facts: { ...FACTS, about: "Mine" } };
    expect(await saveProfile(tomas(), mine)).toEqual({ ok: false, refusal: "edited_elsewhere" });
    expect((await stored()).about).toBe("Theirs");
  });

  it("is seen by members, who change nothing", async () => {
    expect(await getProfile(grace(), kitchen.id)).toMatchObject({ name: kitchen.name, isOwner: false });
    const asked = { ...(await at(kitchen.id)), facts: FACTS };
    expect(await saveProfile(grace(), asked)).toEqual({ ok: false, refusal: "not_owner" });
    const site = { ...(await at(kitchen.id)), facts: SITE };
    expect(await addSite(grace(), site)).toEqual({ ok: false, refusal: "not_owner" });
  });

  it("is not found by another partner, nor once it was merged", async () => {
    expect(await getProfile(grace(), harbor.id)).toBeNull();
    const asked = { ...(await at(harbor.id)), facts: FACTS };
    expect(await saveProfile(grace(), asked)).toEqual({ ok: false, refusal: "not_found" });
    const [old] = await database.db
      .insert(table)
      .values({ name: "Bikes by Bluestem", sector: "business", mergedIntoId: bluestem.id })
      .returning();
    const { id } = old!;
    await database.db.insert(memberships).values({ userId: people.tomas.id, organizationId: id, role: "owner" });
    const both = asPartner(database.db, people.tomas.id, [bluestem.id, id]);
    expect(await getProfile(both, id)).toBeNull();
    expect(await saveProfile(both, { ...(await at(id)), facts: FACTS })).toEqual({ ok: false, refusal: "not_found" });
  });

  it("has a logo, until it is taken off", async () => {
    expect((await setLogo(tomas(), { ...(await at()), picture: givenPicture() })).ok).toBe(true);
    expect((await stored()).logoId).not.toBeNull();
    expect((await lastEvents(1))[0]!.detail).toMatchObject({ fields: ["logoId"] });
    expect((await setLogo(tomas(), { ...(await at()), picture: null })).ok).toBe(true);
    expect((await stored()).logoId).toBeNull();
  });
});

describe("sites", () => {
  it("are added, changed and removed, each with its point", async () => {
    expect((await addSite(tomas(), { ...(await at()), facts: SITE })).ok).toBe(true);
    const [site] = await listSites(tomas(), bluestem.id);
    expect(site).toMatchObject(SITE);
    expect(Math.round(site!.latitude!)).toBe(42);
    const moved = { ...SITE, name: "South", zip: null };
    expect((await changeSite(tomas(), { ...(await at()), siteId: site!.id, facts: moved })).ok).toBe(true);
    expect(await findSite(tomas(), bluestem.id, site!.id)).toMatchObject({ ...moved, latitude: null });
    expect((await removeSite(tomas(), { ...(await at()), siteId: site!.id })).ok).toBe(true);
    expect(await listSites(tomas(), bluestem.id)).toEqual([]);
  });

  it("have names of their own", async () => {
    await addSite(tomas(), { ...(await at()), facts: SITE });
    await addSite(tomas(), { ...(await at()), facts: { ...SITE, name: "South" } });
    expect(await addSite(tomas(), { ...(await at()), facts: SITE })).toEqual({ ok: false, refusal: "name_taken" });
    const [north] = await listSites(tomas(), bluestem.id);
    const renamed = { ...(await at()), siteId: north!.id, facts: { ...SITE, name: "South" } };
    expect(await changeSite(tomas(), renamed)).toEqual({ ok: false, refusal: "name_taken" });
  });

  it("of another organization are not there", async () => {
    const [theirs] = await database.db
      .insert(organizationSites)
      .values({ organizationId: harbor.id, name: "Pier" })
      .returning();
    const siteId = theirs!.id;
    expect(await listSites(tomas(), harbor.id)).toEqual([]);
    expect(await findSite(tomas(), bluestem.id, siteId)).toBeNull();
    const asked = { ...(await at()), siteId };
    expect(await changeSite(tomas(), { ...asked, facts: SITE })).toEqual({ ok: false, refusal: "not_found" });
    expect(await removeSite(tomas(), asked)).toEqual({ ok: false, refusal: "not_found" });
    expect(await database.db.$count(organizationSites, eq(organizationSites.id, siteId))).toBe(1);
  });
});

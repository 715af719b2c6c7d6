import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { imports } from "#db/schema/imports.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { memberships, organizations, partnerships } from "#db/schema/organizations.ts";
import { districtStaff, users } from "#db/schema/people.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { DOORS, fullForm, givenThings, knock, SIDES, STATES, withoutIds, type Things } from "./every-route.ts";

const database = useTestDatabase();
const { lakeshore, riverbend } = SIDES;

const EXTRA: Record<string, string | string[]> = {
  id: riverbend.organization.id,
  role: "admin",
  isDemo: "false",
  email: "someone@example.org",
  userId: lakeshore.partner,
  actorId: lakeshore.partner,
  createdBy: lakeshore.partner,
  requestedBy: lakeshore.partner,
  districtId: lakeshore.district.id,
  organizationId: lakeshore.organization.id,
  state: "published",
  status: "done",
  slug: "taken-over",
  publishedAt: "2020-01-01",
  closesOn: "2099-01-01",
  closedReason: "expired",
  latitude: "1",
  "organization.id": lakeshore.organization.id,
  "organization[districtId]": lakeshore.district.id,
  __proto__x: "x",
  "constructor.prototype.role": "admin",
};
// As a literal it would set the prototype instead of a field.
Object.defineProperty(EXTRA, "__proto__", { value: "admin", enumerable: true });
Object.defineProperty(EXTRA, "__proto__.role", { value: "admin", enumerable: true });

/** Names that are a form's own: what they may say is checked where the form is. */
const ASKED_FOR: Record<string, string[]> = {
  "partner.opportunities.new": ["organizationId"],
  "coordinator.imports.$importId._index": [
    "state",
    "latitude",
    "closesOn",
    "organization.id",
    "organization[districtId]",
  ],
};

const people = async () => {
  const tables = [users, districtStaff, memberships, organizations, partnerships];
  return JSON.stringify(await Promise.all(tables.map((table) => database.db.select().from(table))));
};

const importsOf = (districtId: string) => database.db.$count(imports, eq(imports.districtId, districtId));

/** What became of the things, without what differs from one to the next by nature. */
async function became({ opportunityId, listingId, importId }: Things) {
  const [opportunity] = await database.db.select().from(opportunities).where(eq(opportunities.id, opportunityId));
  const [listing] = await database.db.select().from(listings).where(eq(listings.id, listingId));
  const [imported] = await database.db.select().from(imports).where(eq(imports.id, importId));
  const bare = (row: object | undefined) => ({
    ...row,
    id: 0,
    slug: 0,
    createdAt: 0,
    updatedAt: 0,
    options: 0,
    file: 0,
  });
  const { text } = withoutIds({ status: 0, text: JSON.stringify([bare(opportunity), bare(listing), bare(imported)]) });
  return { text, districtId: listing?.districtId, organizationId: opportunity?.organizationId };
}

test.each(DOORS.filter(({ entry }) => entry === "action").map((door) => [door.route, door] as const))(
  "%s",
  async (route, door) => {
    const own = ASKED_FOR[route] ?? [];
    const extra = Object.fromEntries(Object.entries(EXTRA).filter(([name]) => !own.includes(name)));
    const before = await people();
    const theirs = await importsOf(lakeshore.district.id);
    let done = 0;
    for (const state of STATES) {
      const [plain, loaded] = [
        await givenThings(database.db, "riverbend", state),
        await givenThings(database.db, "riverbend", state),
      ];
      const send = (things: Things, form: Record<string, string | string[]>) => {
        const id = door.param ? things[door.param] : undefined;
        return knock(database.db, door, { as: riverbend[door.desk], id, form });
      };
      const first = await send(plain, fullForm("riverbend"));
      const second = await send(loaded, {
        ...extra,
        ...fullForm("riverbend"),
        ...("organizationId" in extra && extra),
      });
      expect(second.status).toBe(first.status);
      if (first.status === 302) done++;
      const [expected, actual] = [await became(plain), await became(loaded)];
      expect(actual.text).toBe(expected.text);
      expect([actual.districtId ?? riverbend.district.id, actual.organizationId]).toEqual([
        riverbend.district.id,
        riverbend.organization.id,
      ]);
    }
    expect(done, "times the form was taken").toBeGreaterThan(0);
    expect(await people()).toBe(before);
    expect(await importsOf(lakeshore.district.id)).toBe(theirs);
    expect(({} as { role?: string }).role).toBeUndefined();
  },
);

test("a draft for another's organization is not begun", async () => {
  const door = DOORS.find(({ route, entry }) => route === "partner.opportunities.new" && entry === "action");
  const form = { ...fullForm("riverbend"), organizationId: lakeshore.organization.id };
  const before = await database.db.$count(opportunities);
  expect(door && (await knock(database.db, door, { as: riverbend.partner, form })).status).toBe(404);
  expect(await database.db.$count(opportunities)).toBe(before);
});

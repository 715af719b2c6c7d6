import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { opportunities } from "#db/schema/opportunities.ts";
import { DEMO_PASSWORD } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { fullForm, givenParams, GUARDED, knock, visitorOf, type Form } from "./every-route.ts";
import { LAKESHORE, RIVERBEND, STATES } from "./parties.ts";

const database = useTestDatabase();

/** Values that stand nowhere else: wherever one turns up, a field was stored that nobody asked for. */
const STRAYS = {
  text: "Stray-of-the-test",
  id: randomUUID(),
  date: "2093-04-05",
};

const EXTRA: Form = {
  id: STRAYS.id,
  role: STRAYS.text,
  isDemo: "false",
  userId: STRAYS.id,
  actorId: STRAYS.id,
  createdBy: STRAYS.id,
  requestedBy: STRAYS.id,
  invitedBy: STRAYS.id,
  districtId: LAKESHORE.district.id,
  organizationId: LAKESHORE.organizationId,
  passwordHash: STRAYS.text,
  emailVerifiedAt: STRAYS.date,
  disabledAt: STRAYS.date,
  state: STRAYS.text,
  status: STRAYS.text,
  slug: STRAYS.text,
  publishedAt: STRAYS.date,
  createdAt: STRAYS.date,
  closedReason: STRAYS.text,
  kind: STRAYS.text,
  "organization.id": LAKESHORE.organizationId,
  "organization[districtId]": LAKESHORE.district.id,
  "constructor.prototype.role": STRAYS.text,
};
// As a literal it would set the prototype instead of a field.
Object.defineProperty(EXTRA, "__proto__", { value: STRAYS.text, enumerable: true });
Object.defineProperty(EXTRA, "__proto__.role", { value: STRAYS.text, enumerable: true });

/** Names that are a form's own: what they may say is checked where the form is. */
const ASKED_FOR: Record<string, string[]> = {
  "partner.opportunities.new": ["organizationId", "kind"],
  "partner.partnerships": ["organizationId"],
  "partner.opportunities.$opportunityId.edit": ["kind"],
  "coordinator.imports.$importId._index": ["id", "state", "kind", "organization.id", "organization[districtId]"],
};

const someone = () => `${randomUUID()}@example.org`;
const inviting = (role: string): Form => ({ change: "invite", email: someone(), role, locale: "en" });

/** What a form asks for that no other does, or says otherwise. */
const ALSO: Record<string, () => Form> = {
  "account._index": () => ({ name: "Sent to every door" }),
  "account.address._index": () => ({ email: someone(), password: DEMO_PASSWORD }),
  "account.family": () => ({ email: someone() }),
  "coordinator.families.$familyId": () => ({ change: "open" }),
  "coordinator.families._index": () => inviting("parent"),
  "coordinator.people.$staffId": () => ({ change: "coordinator" }),
  "coordinator.people._index": () => inviting("coordinator"),
  "operator.districts": () => ({ ...inviting("admin"), placeId: RIVERBEND.district.id }),
  "partner.people.$organizationId.$userId": () => ({ change: "member" }),
  "partner.people._index": () => ({ ...inviting("member"), placeId: RIVERBEND.organizationId }),
};

/** Once done, the account or the link is gone; their own tests send them fields they do not ask for. */
const DONE_ONCE = ["account.address.$token", "account.privacy.deletion"];

let tables: string[] = [];
beforeAll(async () => {
  const rows = await database.db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  tables = rows.map(({ name }) => name).filter((name) => name !== "zip_points");
});

/** How many rows hold each of the words, in any column of any table. */
async function rowsWith(words: string[]): Promise<Record<string, number>> {
  const counts = tables.map((name) => {
    const columns = words.map(
      (word, i) => sql`count(*) filter (where row::text like ${`%${word}%`})::int as ${sql.identifier(`w${i}`)}`,
    );
    return sql`select ${sql.join(columns, sql`, `)} from ${sql.identifier(name)} as row`;
  });
  const rows = await database.db.execute<Record<string, number>>(sql.join(counts, sql` union all `));
  return Object.fromEntries(words.map((word, i) => [word, rows.reduce((sum, row) => sum + (row[`w${i}`] ?? 0), 0)]));
}

/** Who is what, for whom: no form of a listing or an account changes it by the way. */
const standing = async () => {
  const names = ["district_staff", "memberships", "operators", "students", "parents"];
  const rows = await Promise.all(
    names.map((name) => database.db.execute(sql`select * from ${sql.identifier(name)} order by 1, 2`)),
  );
  return JSON.stringify(rows);
};

/** Routes whose business it is to change who is what. */
const CHANGES_STANDING = [
  "account.family.$guardianshipId.confirmation",
  "account.family.$guardianshipId.end",
  "coordinator.family-links.$guardianshipId.confirmation",
  "coordinator.family-links.$guardianshipId.end",
  "coordinator.memberships.$requestId",
  "coordinator.families.$familyId",
  "coordinator.people.$staffId",
  "partner.people.$organizationId.$userId",
];

const actions = GUARDED.filter(({ entry, route }) => entry === "action" && !DONE_ONCE.includes(route));

test.each(actions.map((door) => [door.route, door] as const))("S6: %s", async (route, door) => {
  const form = () => ({ ...fullForm(RIVERBEND), ...ALSO[route]?.() });
  const own = [...(ASKED_FOR[route] ?? []), ...Object.keys(ALSO[route]?.() ?? {})];
  const extra = Object.fromEntries(Object.entries(EXTRA).filter(([name]) => !own.includes(name)));
  const words = [...Object.values(STRAYS), LAKESHORE.district.id, LAKESHORE.organizationId];
  const as = visitorOf(door, RIVERBEND);
  let done = 0;
  for (const state of door.params.length > 0 ? STATES : STATES.slice(0, 1)) {
    const send = async (form: Form) =>
      knock(database.db, door, {
        as,
        params: await givenParams(database.db, door, RIVERBEND, state, { fresh: true }),
        form,
      });
    const first = await send(form());
    const [before, who] = [await rowsWith(words), await standing()];
    const second = await send({ ...extra, ...without(form(), extra, own) });
    expect(second.status).toBe(first.status);
    if (first.status < 400) done++;
    expect(await rowsWith(words)).toEqual(before);
    if (!CHANGES_STANDING.includes(route)) expect(await standing()).toBe(who);
  }
  expect(done, "times the form was taken").toBeGreaterThan(0);
  expect(({} as { role?: string }).role).toBeUndefined();
});

/** The form without the fields that only other forms ask for, so that the strays take their place. */
function without(form: Form, extra: Form, own: string[]): Form {
  return Object.fromEntries(Object.entries(form).filter(([name]) => own.includes(name) || !(name in extra)));
}

test("S6: a draft for another's organization is not begun", async () => {
  const door = GUARDED.find(({ route, entry }) => route === "partner.opportunities.new" && entry === "action");
  const form = { ...fullForm(RIVERBEND), organizationId: LAKESHORE.organizationId };
  const before = await database.db.$count(opportunities);
  const answer = await knock(database.db, door!, { as: RIVERBEND.people.partner, form });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await database.db.$count(opportunities)).toBe(before);
});

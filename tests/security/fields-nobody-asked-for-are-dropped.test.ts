import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { beginApp, getApp } from "#app/auth/authenticator-app.server.ts";
import { organizations } from "#db/schema/organizations.ts";
import { districts } from "#db/schema/districts.ts";
import { editions } from "#db/schema/editions.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { students, users } from "#db/schema/people.ts";
import { calendarLinks } from "#db/schema/saved.ts";
import { DEMO_PASSWORD, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { givenListing, givenPerson } from "#tests/support/givens.ts";
import { testKeys } from "#tests/support/keys.ts";
import { asPerson, givenApp } from "#tests/support/second-factors.ts";
import { codeAt } from "#tests/support/totp.ts";
import { fullForm, givenParams, GUARDED, knock, visitorOf, type Door, type Form } from "./every-route.ts";
import { FIELDS_OF } from "./form-fields.ts";
import { LAKESHORE, RIVERBEND, STATES, type Party, type State } from "./parties.ts";
import { givenPartnership } from "./partnership-params.ts";

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
  "partner.opportunities.new": ["organizationId", "kind", "state"],
  "partner.opportunities.$opportunityId.autosave": ["kind"],
  "coordinator.entries.partner": ["organizationId"],
  "partner.partnerships": ["organizationId"],
  "partner.opportunities.$opportunityId.edit": ["kind"],
  "coordinator.imports.$importId._index": ["id", "state", "kind", "organization.id", "organization[districtId]"],
};

const anotherPartner = (owner: string) =>
  givenPartnership({ db: database.db, party: RIVERBEND, owner, state: "submitted" });

/** What a form of an account needs of whoever sends it; it comes from somebody new each time, since some use them up. */
const OF_PERSON: Record<string, (userId: string) => Promise<Form> | Form> = {
  "account.privacy.deletion": () => ({ sure: "on", password: DEMO_PASSWORD }),
  "account.security.app": async (userId) => {
    await beginApp(asPerson(database.db, userId), testKeys);
    const app = await getApp(asPerson(database.db, userId), testKeys);
    const code = app.state === "begun" ? codeAt(app.secret, TEST_NOW) : "";
    return { code, currentPassword: DEMO_PASSWORD };
  },
  // A district may have twenty drafts of editions, and the doors before have made one each.
  "coordinator.editions.new": async () => {
    await database.db.delete(editions).where(eq(editions.state, "draft"));
    return {};
  },
  "coordinator.review.decisions": async () => {
    const { listing } = await givenListing(database.db);
    return { verb: "label", add: "Sent", listing: `${listing.id}.${listing.version}` };
  },
  "coordinator.partnerships.$partnershipId_.distinction": async (owner) => ({ other: await anotherPartner(owner) }),
  "coordinator.partnerships.$partnershipId_.merger": async (owner) => ({ duplicate: await anotherPartner(owner) }),
  "account.saved_.calendar_.removal": async (userId) => {
    await database.db.insert(calendarLinks).values({ userId });
    return {};
  },
  "account.security.app_.removal": async (userId) => ({
    code: (await givenApp(database.db, userId)).codes[0]!,
    password: DEMO_PASSWORD,
  }),
  "account.security.passkeys_.$passkeyId": () => ({ name: "Sent to every door" }),
  "account.security.passkeys_.$passkeyId_.removal": () => ({ password: DEMO_PASSWORD }),
  "account.security.recovery-codes": (userId) => givenApp(database.db, userId).then(() => ({})),
  "account.security.password": () => ({ currentPassword: DEMO_PASSWORD, password: `Long enough, ${randomUUID()}` }),
};

/** A profile is changed from the version that was shown, which the form before has raised. */
const atItsVersion = async (): Promise<Form> => {
  const [organization] = await database.db
    .select()
    .from(organizations)
    .where(eq(organizations.id, RIVERBEND.organizationId));
  return { version: String(organization!.version), sector: "business", state: "IL", name: `Site ${randomUUID()}` };
};
for (const route of ["edit", "logo", "logo_.removal", "sites.new", "sites.$siteId", "sites.$siteId_.removal"])
  OF_PERSON[`partner.organizations.$organizationId.${route}`] = atItsVersion;

/** No device, no passkey: the browser's journey adds one. */
const NEVER_TAKEN = ["account.security.passkeys"];

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
  const rows = await database.db.transaction(async (tx) => {
    // Every row of every table is read: on a busy machine that takes longer than a page may.
    await tx.execute(sql`set local statement_timeout = '60s'`);
    return tx.execute<Record<string, number>>(sql.join(counts, sql` union all `));
  });
  return Object.fromEntries(words.map((word, i) => [word, rows.reduce((sum, row) => sum + (row[`w${i}`] ?? 0), 0)]));
}

/** Who is what, for whom, a row a line. */
const standing = async () => {
  const names = ["district_staff", "memberships", "operators", "students", "parents", "guardianships"];
  const rows = await Promise.all(
    names.map((name) =>
      database.db.execute<{ row: string }>(sql`select row::text from ${sql.identifier(name)} as row`),
    ),
  );
  return rows.flatMap((of, i) => of.map(({ row }) => `${names[i]} ${row}`)).toSorted();
};

/** The rows of `standing` that are a form's own business; an account's only if they are its person's. */
const CHANGES_STANDING: Record<string, RegExp> = {
  "account.family.$guardianshipId.confirmation": /^guardianships /,
  "account.family.$guardianshipId.end": /^guardianships /,
  "account.privacy.deletion": /^students /,
  "coordinator.family-links.$guardianshipId.confirmation": /^guardianships /,
  "coordinator.family-links.$guardianshipId.end": /^guardianships /,
  "coordinator.memberships.$requestId": /^memberships .*,member,/,
  "partner.memberships.$requestId": /^memberships .*,member,/,
};

const actions = GUARDED.filter(({ entry }) => entry === "action");

/** A form, who sends it and where to. */
async function givenSending(door: Door, state: State) {
  const isOfStudent = door.desk === "account" && door.audience !== "parent";
  const party: Party = isOfStudent ? { ...RIVERBEND, people: { student: await givenStudent() } } : RIVERBEND;
  const as = visitorOf(door, party)!;
  const also = { ...FIELDS_OF[door.route]?.(), ...(await OF_PERSON[door.route]?.(as)) };
  const params = await givenParams(database.db, door, party, state, { fresh: true });
  const read = /^coordinator\.(settings|embed\.sites)\./.test(door.route) ? await settingsRead() : {};
  const isTranslation = door.route.startsWith("coordinator.translations.");
  const text = isTranslation ? await textRead(params?.listingId ?? randomUUID()) : {};
  return { as, params, form: { ...fullForm(RIVERBEND), ...read, ...also, ...text }, own: Object.keys(also) };
}

/** All settings of a district share a version, and a form that names an older one is refused. */
async function settingsRead(): Promise<Form> {
  const [district] = await database.db.select().from(districts).where(eq(districts.id, RIVERBEND.district.id));
  return { version: String(district!.version) };
}

/** A translation is of the text that readers see. */
async function textRead(listingId: string): Promise<Form> {
  const [listing] = await database.db.select().from(listings).where(eq(listings.id, listingId));
  const revisionId = listing?.publishedRevisionId ?? listing?.submittedRevisionId;
  return revisionId ? { revisionId } : {};
}

async function givenStudent() {
  const { db } = database;
  const [leo] = await db.select().from(users).where(eq(users.id, people.leo.id));
  const { id } = await givenPerson(db, { passwordHash: leo!.passwordHash });
  await db.insert(students).values({ userId: id, districtId: RIVERBEND.district.id });
  return id;
}

test.each(actions.map((door) => [door.route, door] as const))("S6: %s", async (route, door) => {
  const words = [...Object.values(STRAYS), LAKESHORE.district.id, LAKESHORE.organizationId];
  let done = 0;
  for (const state of door.params.length > 0 ? STATES : STATES.slice(0, 1)) {
    const first = await knock(database.db, door, await givenSending(door, state));
    const { own, form, ...second } = await givenSending(door, state);
    const asked = [...(ASKED_FOR[route] ?? []), ...own];
    const extra = Object.fromEntries(Object.entries(EXTRA).filter(([name]) => !asked.includes(name)));
    const [before, who] = [await rowsWith(words), await standing()];
    const answer = await knock(database.db, door, { ...second, form: { ...extra, ...without(form, extra, asked) } });
    expect(answer.status).toBe(first.status);
    if (first.status < 400) done++;
    expect(await rowsWith(words)).toEqual(before);
    const now = await standing();
    const changed = [...who.filter((row) => !now.includes(row)), ...now.filter((row) => !who.includes(row))];
    const isOwn = (row: string) => door.desk !== "account" || row.includes(second.as);
    expect(changed.filter((row) => !CHANGES_STANDING[route]?.test(row) || !isOwn(row))).toEqual([]);
  }
  expect(done > 0, "the form was taken").toBe(!NEVER_TAKEN.includes(route));
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

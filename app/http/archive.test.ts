import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Manifest, Row } from "#app/domain/exchange/archive.ts";
import { ARCHIVE_TABLES, LEFT_BEHIND, nameOf } from "#app/domain/exchange/archive-tables.server.ts";
import { setLogo } from "#app/domain/districts/logo.server.ts";
import { saveWording } from "#app/domain/districts/wording.server.ts";
import { exportDistrict, noteExport } from "#app/domain/exchange/export-district.server.ts";
import { restoreDistrict } from "#app/domain/exchange/restore-district.server.ts";
import { readSearchableVersions, readAllSearchDocuments } from "#app/domain/listings/search-documents.server.ts";
import { codeWords } from "#app/jobs/code-words.server.ts";
import type { Database } from "#db/database.ts";
import { districtKinds, districts as districtRows } from "#db/schema/districts.ts";
import { loadReference } from "#db/reference/load.server.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { memberships, organizations } from "#db/schema/organizations.ts";
import { users } from "#db/schema/people.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asAdmin, givenListing } from "#tests/support/givens.ts";
import { givenPicture } from "#tests/support/pictures.ts";
import { asSystem, csvOf, importNow } from "#tests/support/imports.ts";
import { readArchive } from "./archive-reader.server.ts";
import { writeArchive } from "./archive-writer.server.ts";

const source = useTestDatabase();
const target = useTestDatabase();
const { riverbend, lakeshore } = districts;

async function archiveOf(db: Database, userId: string, districtId: string): Promise<Uint8Array> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "waypost-archive-test-"));
  const file = path.join(folder, "archive.zip");
  const ctx = asAdmin(db, userId, districtId);
  const district = await noteExport(ctx);
  await writeArchive(file, { district, now: TEST_NOW }, (writer) => exportDistrict(ctx, writer));
  const bytes = await fs.readFile(file);
  await fs.rm(folder, { recursive: true });
  return bytes;
}
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const rowsIn = (archive: Uint8Array, table: string) =>
  JSON.parse(text(unzipSync(archive)[`json/${table}.json`])) as Row[];
/** The log refuses to be emptied; a test's may be. */
const empty = (db: Database, tables: string) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql.raw(`truncate ${tables} cascade`));
  });
const emptied = (db: Database) => empty(db, "districts, users, organizations, pictures, events, search_documents");
const restore = (db: Database, bytes: Uint8Array) => {
  const archive = readArchive(bytes);
  return archive.ok ? restoreDistrict(asSystem(db), archive.value) : Promise.resolve(archive);
};
/** R13: what readers are shown, in one figure. */
async function publicList(db: Database) {
  const hash = createHash("sha256");
  for await (const documents of readAllSearchDocuments(db, codeWords)) hash.update(JSON.stringify(documents));
  return [hash.digest("hex"), [...(await readSearchableVersions(db))].length];
}

let archive: Uint8Array;
beforeAll(async () => {
  await givenListing(source.db, { opportunity: { title: "=HYPERLINK(1)" } });
  await givenListing(source.db, { listing: { state: "submitted" }, opportunity: { title: "Sent" } });
  await givenListing(source.db, { listing: { state: "draft" }, opportunity: { title: "Nobody's business" } });
  await givenListing(source.db, { listing: { districtId: lakeshore.id }, opportunity: { title: "Of Lakeshore" } });
  await importNow(source.db, csvOf("1,Cook,Table,2027-06-01,61201"), "archived");
  await givenOwnLook();
  archive = await archiveOf(source.db, people.ines.id, riverbend.id);
});

/** What a district makes its own: a logo, names, words. */
async function givenOwnLook() {
  const { db } = source;
  const at = async () => ({
    version: (await db.select().from(districtRows).where(eq(districtRows.id, riverbend.id)))[0]!.version,
    idempotencyKey: randomUUID(),
  });
  const ines = asAdmin(db, people.ines.id, riverbend.id);
  const logo = { picture: givenPicture(), favicon: givenPicture(), touchIcon: givenPicture() };
  await setLogo(ines, { logo, alt: "A heron", ...(await at()) });
  const vocabulary = { pathway_one: { en: "Academy" } };
  await saveWording(ines, { vocabulary, clusterWording: "classic", ...(await at()) });
  await db.insert(districtKinds).values({ districtId: riverbend.id, kind: "Mentorship", name: "Coach" });
}

describe("a district's archive", () => {
  it("has a word about every table of the database", async () => {
    const found = await source.db.execute<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const known = [...ARCHIVE_TABLES.map(nameOf), ...Object.keys(LEFT_BEHIND)];
    expect(new Set(known).size).toBe(known.length);
    expect(found.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it("holds JSON and CSV of each table, and a manifest that counts and signs them", () => {
    const files = unzipSync(archive);
    const manifest = JSON.parse(text(files["manifest.json"])) as Manifest;
    expect(manifest).toMatchObject({ format: "waypost-district", version: 1, district: { slug: "riverbend" } });
    const counted = manifest.files.find(({ name }) => name === "json/listings.json")!;
    expect(counted.rows).toBe(rowsIn(archive, "listings").length);
    expect(text(files["csv/opportunities.csv"])).toContain("'=HYPERLINK(1)");
    expect([...files["csv/listings.csv"]!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it("holds no way in, no family, no unsent draft, and nothing of another district", async () => {
    const all = Object.values(unzipSync(archive)).map(text).join("\n");
    for (const word of ["argon2", "password_hash", "Nobody's business", "Of Lakeshore", people.priya.email])
      expect(all).not.toContain(word);
    for (const person of [people.leo, people.ana, people.rosa]) expect(all).not.toContain(person.email);
    expect(all).toContain(people.dana.email);
  });

  it("holds the text as it was sent, not what its partner is still writing", async () => {
    const { opportunity } = await givenListing(source.db, { opportunity: { title: "As sent" } });
    const later = { title: "Still writing", version: 2 };
    await source.db.update(opportunities).set(later).where(eq(opportunities.id, opportunity.id));
    const found = rowsIn(await archiveOf(source.db, people.ines.id, riverbend.id), "opportunities");
    expect(found.find(({ id }) => id === opportunity.id)).toMatchObject({ title: "As sent", version: 1 });
    await source.db.delete(listings).where(eq(listings.opportunityId, opportunity.id));
  });
});

it("holds what the district made its own", () => {
  expect(rowsIn(archive, "districts")).toMatchObject([{ logo_alt: "A heron", cluster_wording: "classic" }]);
  expect(rowsIn(archive, "pictures")).toHaveLength(3);
  expect(rowsIn(archive, "district_kinds")).toMatchObject([{ kind: "Mentorship", name: "Coach" }]);
});

describe("restoring it", () => {
  it("R13: brings back the same list and, exported again, the same archive", async () => {
    await emptied(target.db);
    await loadReference(target.db);
    await source.db.delete(listings).where(eq(listings.districtId, lakeshore.id));
    archive = await archiveOf(source.db, people.ines.id, riverbend.id);
    expect(await restore(target.db, archive)).toMatchObject({ ok: true, value: { slug: "riverbend" } });
    expect(await publicList(target.db)).toEqual(await publicList(source.db));
    const again = await archiveOf(target.db, people.ines.id, riverbend.id);
    const [one, other] = [unzipSync(archive), unzipSync(again)];
    expect(Object.keys(other)).toEqual(Object.keys(one));
    const differing = Object.keys(one).filter((name) => text(one[name]) !== text(other[name]));
    expect(differing).toEqual(["json/events.json", "csv/events.csv", "manifest.json"]);
    const log = rowsIn(again, "events").map(({ id }) => id);
    expect(rowsIn(archive, "events").every(({ id }) => log.includes(id))).toBe(true);
    const jobs = await target.db.execute(sql`select 1 from graphile_worker.jobs where key = 'reindex-listings'`);
    expect(jobs).toHaveLength(1);
  });

  it("brings people back without a password", async () => {
    const [dana] = await target.db.select().from(users).where(eq(users.id, people.dana.id));
    expect(dana).toMatchObject({ name: people.dana.name, passwordHash: null, isDemo: false });
  });

  it("refuses a district that is here, and keeps what is", async () => {
    const before = await target.db.$count(listings);
    expect(await restore(target.db, archive)).toEqual({ ok: false, refusal: "district_exists" });
    expect(await target.db.$count(listings)).toBe(before);
  });

  it("takes who has an account here, by the address, for that person", async () => {
    await emptied(target.db);
    const [here] = await target.db
      .insert(users)
      .values({ email: people.dana.email.toUpperCase(), name: "Dana before" })
      .returning();
    expect(await restore(target.db, archive)).toMatchObject({ ok: true });
    const staff = await target.db.execute<{ user_id: string }>(sql`select user_id from district_staff`);
    expect(staff.map(({ user_id }) => user_id)).toContain(here!.id);
    expect(await target.db.$count(users, eq(users.id, people.dana.id))).toBe(0);
  });

  it("keeps nothing when rows of it are here already", async () => {
    await empty(target.db, "districts");
    expect(await restore(target.db, archive)).toEqual({ ok: false, refusal: "conflicts" });
    expect(await target.db.$count(districtRows)).toBe(0);
  });
});

it.each([
  ["an owner for", "memberships", { user_id: people.tomas.id, role: "owner" }],
  ["a partnership of", "partnerships", { id: randomUUID(), district_id: riverbend.id, status: "approved" }],
  ["a text of", "opportunities", { id: randomUUID(), title: "Theirs", version: 1 }],
])("S12: brings no %s an organization that is here and not in the archive", async (_what, table, row) => {
  await emptied(target.db);
  const [here] = await target.db.insert(organizations).values({ name: "Theirs", sector: "business" }).returning();
  const rows = [...rowsIn(archive, table), { ...row, organization_id: here!.id }];
  const crafted = forged((files) => (files[`json/${table}.json`] = bytes(rows)));
  expect(await restore(target.db, crafted)).toEqual({ ok: false, refusal: "damaged" });
  expect(await target.db.$count(memberships, eq(memberships.organizationId, here!.id))).toBe(0);
});

/** The archive with other files in it, and a manifest that says so when `signed`. */
function forged(
  change: (files: Record<string, Uint8Array>) => void,
  { signed = true, slug }: { signed?: boolean; slug?: string } = {},
) {
  const files = unzipSync(archive);
  const manifest = JSON.parse(text(files["manifest.json"])) as Manifest;
  if (slug) manifest.district.slug = slug;
  change(files);
  if (signed) {
    manifest.files = Object.entries(files)
      .filter(([name]) => name !== "manifest.json")
      .map(([name, bytes]) => ({
        name,
        bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      }));
    files["manifest.json"] = new TextEncoder().encode(JSON.stringify(manifest));
  }
  return zipSync(files);
}
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe("S12: an archive that is not what it says", () => {
  it.each<[string, string, () => Uint8Array]>([
    ["is no zip", "not_an_archive", () => new TextEncoder().encode("PK no")],
    ["has no manifest", "not_an_archive", () => zipSync({ "json/users.json": bytes([]) })],
    ["climbs out of its folder", "unexpected_file", () => forged((files) => (files["../../etc/passwd"] = bytes(1)))],
    [
      "names a file its manifest does not",
      "unexpected_file",
      () => forged((f) => (f["json/x.json"] = bytes([])), { signed: false }),
    ],
    [
      "lacks a file its manifest names",
      "unexpected_file",
      () => forged((f) => void delete f["csv/users.csv"], { signed: false }),
    ],
    ["was changed", "damaged", () => forged((f) => (f["json/schools.json"] = bytes([])), { signed: false })],
    [
      "unpacks to a thousand times its size",
      "too_big",
      () => forged((f) => (f["csv/users.csv"] = new Uint8Array(4_000_000))),
    ],
    [
      "brings rows of another district",
      "damaged",
      () => forged((f) => (f["json/schools.json"] = bytes([{ id: randomUUID(), district_id: lakeshore.id }]))),
    ],
    [
      "brings columns it must not",
      "damaged",
      () =>
        forged(
          (f) =>
            (f["json/users.json"] = bytes([
              { id: randomUUID(), email: "x@example.org", name: "x", password_hash: "x" },
            ])),
        ),
    ],
    [
      "brings a picture that says it is a page",
      "damaged",
      () =>
        forged(
          (f) =>
            (f["json/pictures.json"] = bytes(
              rowsIn(archive, "pictures").map((row) => ({ ...row, media_type: "text/html" })),
            )),
        ),
    ],
    ["has an address of the site's own", "address_reserved", () => forged(() => {}, { slug: "sign-in" })],
    ["is not the district it says", "damaged", () => forged(() => {}, { slug: "riverside" })],
    ["brings what is no table", "damaged", () => forged((f) => (f["json/schools.json"] = bytes({ a: 1 })))],
  ])("that %s is refused", async (_, refusal, make) => {
    await emptied(target.db);
    expect(await restore(target.db, make())).toEqual({ ok: false, refusal });
    expect(await target.db.$count(districtRows)).toBe(0);
  });
});

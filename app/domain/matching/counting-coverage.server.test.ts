import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { bumpListVersion } from "#app/domain/districts/list-version.server.ts";
import { listPathways, listSchools } from "#app/domain/districts/districts.server.ts";
import { listings } from "#db/schema/listings.ts";
import { coverageCells, coverageCounts } from "#db/schema/matching.ts";
import { studentProfiles, students } from "#db/schema/people.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator, givenListing, givenPerson } from "#tests/support/givens.ts";
import { countCoverage } from "./counting-coverage.server.ts";
import { readCoverage, underServed } from "./coverage.server.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const days = (n: number) => new Date(TEST_NOW.getTime() + n * 86_400_000);

let school: string;
let pathway: string;
beforeEach(async () => {
  for (const table of [coverageCells, coverageCounts, studentProfiles, students]) await database.db.delete(table);
  await database.db.update(listings).set({ state: "closed" });
  school = (await listSchools(database.db, riverbend.id))[0]!.id;
  pathway = (await listPathways(database.db, riverbend.id))[0]!.id;
});

type Said = Partial<typeof studentProfiles.$inferInsert>;

async function givenStudents(count: number, said: Said | null, districtId: string = riverbend.id) {
  for (let i = 0; i < count; i++) {
    const { id } = await givenPerson(database.db);
    const schoolId = districtId === riverbend.id ? school : null;
    await database.db.insert(students).values({ userId: id, districtId, schoolId });
    if (said) await database.db.insert(studentProfiles).values({ studentId: id, changedAt: TEST_NOW, ...said });
  }
}
async function givenGoodOnes(count: number) {
  for (let i = 0; i < count; i++)
    await givenListing(database.db, {
      opportunity: { closesOn: null, subClusters: ["010303"] },
      listing: { closesOn: null },
    });
  await bumpListVersion(database.db, riverbend.id);
}
const count = (now = TEST_NOW) => countCoverage({ db: database.db, now, actor: { kind: "system", userId: null } });
const cells = () => database.db.select().from(coverageCells).where(eq(coverageCells.districtId, riverbend.id));
const bikes = (more: Said = {}): Said => ({ clusters: ["010300"], pathwayIds: [pathway], ...more });

describe("counting coverage", () => {
  it("counts who has enough good matches, by pathway and school, and keeps no part under ten", async () => {
    await givenGoodOnes(5);
    await givenStudents(12, bikes());
    await givenStudents(11, { clusters: ["040100"], pathwayIds: [pathway] });
    await givenStudents(9, { clusters: ["010300"] });
    await count();
    expect(await cells()).toMatchObject([
      { pathwayId: pathway, schoolId: school, students: 23, share: "part", served: 12 },
    ]);
  });

  it("calls four good matches not enough", async () => {
    await givenGoodOnes(4);
    await givenStudents(20, bikes());
    await count();
    expect(await cells()).toMatchObject([{ students: 20, share: "few", served: null }]);
  });

  it("leaves out who did not say what they like, and counts them in tens", async () => {
    await givenStudents(10, bikes());
    await givenStudents(13, null);
    await givenStudents(4, { skills: ["Welding"] });
    await count();
    expect(await database.db.select().from(coverageCounts).where(eq(coverageCounts.districtId, riverbend.id))).toEqual([
      { districtId: riverbend.id, countedOn: "2027-02-09", silent: 10 },
    ]);
    expect(await cells()).toMatchObject([{ students: 10, share: "unsplit" }]);
  });

  it("keeps nothing of a few students, who cannot be told from none", async () => {
    await givenStudents(9, bikes());
    await count();
    expect(await cells()).toEqual([]);
    expect((await readCoverage(asCoordinator(database.db, people.dana.id, riverbend.id)))?.silent).toBeNull();
  });

  it("counts once a day, and anew on the next", async () => {
    await givenStudents(10, bikes());
    expect(await count()).toBe(2);
    await givenStudents(1, bikes());
    expect(await count()).toBe(0);
    expect(await cells()).toMatchObject([{ students: 10 }]);
    expect(await count(days(1))).toBe(2);
    expect(await cells()).toMatchObject([{ students: 11 }]);
  });

  it("is refused by the database for a smaller cell", async () => {
    const cell = { districtId: riverbend.id, students: 9, share: "unsplit" } as const;
    await expect(database.db.insert(coverageCells).values(cell)).rejects.toThrow();
    const part = { districtId: riverbend.id, students: 25, share: "part", served: 20 } as const;
    await expect(database.db.insert(coverageCells).values(part)).rejects.toThrow();
  });
});

describe("reading it", () => {
  it("shows the district's own, and where least is on offer", async () => {
    await givenStudents(21, bikes());
    await givenStudents(12, { clusters: ["010300"] }, lakeshore.id);
    expect(await readCoverage(asCoordinator(database.db, people.dana.id, riverbend.id))).toBeNull();
    await count();
    const coverage = (await readCoverage(asCoordinator(database.db, people.dana.id, riverbend.id)))!;
    expect(underServed(coverage)).toMatchObject([
      { pathway: { id: pathway }, school: { id: school }, cell: { students: 21 } },
    ]);
    const theirs = (await readCoverage(asCoordinator(database.db, people.priya.id, lakeshore.id)))!;
    expect(underServed(theirs)).toEqual([]);
    expect(theirs.rows.at(-1)?.cells.at(-1)).toMatchObject({ students: 12 });
  });
});

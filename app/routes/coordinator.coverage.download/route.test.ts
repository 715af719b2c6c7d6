import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { listSchools } from "#app/domain/districts/districts.server.ts";
import { events } from "#db/schema/events.ts";
import { coverageCells, coverageCounts } from "#db/schema/matching.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "../coordinator.coverage._index/route.tsx";
import { action } from "./route.ts";

const database = useTestDatabase();
const { riverbend, lakeshore } = districts;
const download = async (as: string) => action(await ask(database.db, { as, form: {} }));
const page = async (as: string) => loader(await ask(database.db, { as }));

beforeAll(async () => {
  const [school] = await listSchools(database.db, riverbend.id);
  await database.db.insert(coverageCounts).values({ districtId: riverbend.id, countedOn: "2027-02-09", silent: 120 });
  await database.db.insert(coverageCells).values([
    { districtId: riverbend.id, schoolId: school!.id, students: 42, share: "part", served: 15 },
    { districtId: lakeshore.id, students: 77, share: "most" },
  ]);
});

it("holds what the page tells of the district, dated, and is noted", async () => {
  const response = await download(people.dana.id);
  expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="riverbend-coverage-2027-02-09.csv"');
  const [, ...rows] = parse(await response.text(), { bom: true });
  expect(rows).toEqual([["No pathway chosen", expect.any(String), "42", "15 have enough", "2027-02-09"]]);
  const log = await database.db.select().from(events).where(eq(events.name, "table.downloaded"));
  expect(log).toMatchObject([{ actorId: people.dana.id, detail: { table: "coverage" } }]);
});

it("is shown with where least is on offer, and says so where nothing was counted", async () => {
  expect((await page(people.dana.id)).least).toMatchObject([{ cell: { students: 42 } }]);
  expect((await page(people.priya.id)).coverage).toBeNull();
});

it("is for the staff of a district", async () => {
  for (const { id } of [people.grace, people.leo, people.rosa, people.joan]) {
    expect((await thrownBy(page(id))).status).toBe(403);
    expect((await thrownBy(download(id))).status).toBe(403);
  }
});

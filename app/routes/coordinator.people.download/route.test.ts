import { parse } from "csv-parse/sync";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { districtStaff, users } from "#db/schema/people.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenPerson } from "#tests/support/givens.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { action } from "./route.ts";

const database = useTestDatabase();
const download = async (as: string, show = "unseen") => action(await ask(database.db, { as, form: { show } }));

async function givenStaff(districtId: string, name: string, days: number) {
  const lastSeenAt = new Date(TEST_NOW.getTime() - days * 86_400_000);
  const { id } = await givenPerson(database.db, { name, lastSeenAt });
  await database.db.insert(districtStaff).values({ userId: id, districtId, role: "coordinator" });
}

it("holds whom nobody saw for 90 days, of the admin's district, and is noted", async () => {
  await database.db.update(users).set({ lastSeenAt: TEST_NOW });
  await givenStaff(districts.riverbend.id, "=Gone long", 91);
  await givenStaff(districts.riverbend.id, "Here lately", 89);
  await givenStaff(districts.lakeshore.id, "Elsewhere", 200);
  const response = await download(people.ines.id);
  expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="riverbend-staff-2027-02-09.csv"');
  const [header, ...rows] = parse(await response.text(), { bom: true });
  expect(header).toEqual([
    "Name",
    "E-mail address",
    "Role",
    "Since",
    "Last seen",
    "Second step at sign-in",
    "Role taken away",
  ]);
  expect(rows).toEqual([
    ["'=Gone long", expect.any(String), "Coordinator", expect.any(String), "2026-11-10", "No", ""],
  ]);
  const log = await database.db.select().from(events).where(eq(events.name, "staff.downloaded"));
  expect(log).toMatchObject([{ actorId: people.ines.id, districtId: districts.riverbend.id }]);
});

it("is an admin's alone", async () => {
  for (const { id } of [people.dana, people.grace, people.leo, people.joan])
    expect((await thrownBy(download(id))).status).toBe(403);
});

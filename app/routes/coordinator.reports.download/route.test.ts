import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { readerReports } from "#db/schema/listings.ts";
import { districts, people } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenListing } from "#tests/support/givens.ts";
import { ask } from "#tests/support/request.ts";
import { action as downloadImports } from "../coordinator.imports.download/route.ts";
import { action } from "./route.ts";

const database = useTestDatabase();
const read = async (response: Response) => parse(Buffer.from(await response.arrayBuffer()), { bom: true });

it("holds what is reported of the district, and nothing a reader wrote", async () => {
  const { listing } = await givenListing(database.db, { opportunity: { title: "Reported" } });
  const said = { reason: "unsafe", text: "My name is Rosa", reportedAt: TEST_NOW } as const;
  const report = { ...said, listingId: listing.id, districtId: districts.riverbend.id };
  await database.db.insert(readerReports).values([report, { ...report, reason: "wrong" }]);
  const download = async (as: string, show: string) =>
    read(await action(await ask(database.db, { as, form: { show } })));
  const [header, ...rows] = await download(people.dana.id, "open");
  expect(header).toHaveLength(8);
  expect(rows).toEqual([
    ["Reported", "Bluestem Bikes", "On the list", ...rows[0]!.slice(3, 4), "2", "2027-02-09", "2027-02-09", listing.id],
  ]);
  expect(rows.flat().join()).not.toContain("Rosa");
  expect(await download(people.dana.id, "decided")).toEqual([header]);
  expect(await download(people.priya.id, "open")).toEqual([header]);
});

it("says the imports' columns where nothing was imported", async () => {
  const response = await downloadImports(await ask(database.db, { as: people.dana.id, form: {} }));
  expect(response.headers.get("Content-Disposition")).toContain("riverbend-imports-2027-02-09.csv");
  expect(await read(response)).toEqual([["File", "List", "State", "Rows", "Day", "Who did it", "ID"]]);
});

import { describe, expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { givenSearchable } from "#tests/support/searchable.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();

const open = async (district: string) => loader(await ask(database.db, { url: `/${district}`, params: { district } }));

describe("a district's front page", () => {
  it("leads in by groups of work, what closes soon and what is new, of this district alone", async () => {
    const { db } = database;
    await givenSearchable(db, { opportunity: { title: "Bus depot day", subClusters: ["010303", "010302"] } });
    await givenSearchable(db, {
      opportunity: { title: "Choir helper", subClusters: ["020106"], closesOn: null },
      listing: { publishedAt: new Date("2027-02-09T00:00:00Z") },
    });
    const { front, title } = await open("riverbend");
    expect(title).toBe("Riverbend Community Schools: learn out in the real world");
    expect(front.total).toBe(2);
    expect(front.groups.map(({ group, total }) => [group, total])).toEqual([
      ["01", 1],
      ["02", 1],
    ]);
    expect(front.newest.map((card) => card.title)).toEqual(["Choir helper", "Bus depot day"]);
    expect(front.closing.map((card) => card.title)).toEqual(["Bus depot day"]);
    expect((await open("lakeshore")).front).toMatchObject({ total: 0, groups: [], closing: [], newest: [] });
  });

  it("is not found for a district that does not exist", async () => {
    expect((await thrownBy(open("nowhere"))).status).toBe(404);
  });
});

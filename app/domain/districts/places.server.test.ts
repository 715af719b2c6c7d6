import { describe, expect, it } from "vitest";
import { districts } from "#db/seed/cast.ts";
import { listSchools, getDistrictBySlug } from "./districts.server.ts";
import { findPlace } from "./places.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const database = useTestDatabase();

async function find(text: string, slug: string = districts.riverbend.slug) {
  const district = await getDistrictBySlug(database.db, slug);
  return findPlace(database.db, district!, text);
}

describe("where a reader means", () => {
  it("knows a ZIP code, also in its long form", async () => {
    const place = await find(" 61201 ");
    expect(place).toMatchObject({ kind: "zip", label: "61201 Rock Island" });
    expect(await find("61201-4410")).toEqual(place);
  });

  it("knows a town near the district, and one far away when its state is said", async () => {
    expect(await find("moline")).toMatchObject({ kind: "city", label: "Moline, IL" });
    expect(await find("Rock Island, IL")).toMatchObject({ label: "Rock Island, IL" });
    expect(await find("rock island il")).toMatchObject({ label: "Rock Island, IL" });
    expect(await find("Seattle")).toBeNull();
    expect(await find("Seattle, WA")).toMatchObject({ label: "Seattle, WA" });
  });

  it("takes the town nearest to the district that is asked", async () => {
    const near = await find("Girard", districts.lakeshore.slug);
    expect(near).toMatchObject({ label: "Girard, PA" });
  });

  it("knows the district's own schools by their name or a part that is only theirs", async () => {
    const [school] = await listSchools(database.db, districts.riverbend.id);
    expect(await find(school!.name.toUpperCase())).toMatchObject({ kind: "school", label: school!.name });
    expect(await find(school!.name, districts.lakeshore.slug)).toBeNull();
    expect(await find("school")).toBeNull();
  });

  it.each(["", "   ", "00000", "nowhere at all", "'; drop table zip_points; --", "%", "𝕊𝕖𝕒", "a".repeat(5000)])(
    "finds nothing for %j and does not fail",
    async (text) => expect(await find(text)).toBeNull(),
  );
});

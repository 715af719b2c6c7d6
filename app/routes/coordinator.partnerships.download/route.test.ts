import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { givenPartnership } from "#tests/support/partnerships.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader as table } from "../coordinator.partnerships._index/route.tsx";
import { action } from "./route.ts";

const database = useTestDatabase();
const download = async (query: string, as: string = people.dana.id) => {
  const response = await action(
    await ask(database.db, { as, form: Object.fromEntries(new URLSearchParams(query)), context: { locale: "en" } }),
  );
  return parse(Buffer.from(await response.arrayBuffer()), { bom: true });
};

it.each(["show=all&sort=name", "show=approved&sort=until", "show=all&q=shop%25&sector=health", "show=nonsense&sort=x"])(
  "holds the partners of all pages for %s, in their order",
  async (query) => {
    for (let n = 0; n < 55; n++)
      await givenPartnership(database.db, { organization: { sector: n % 2 ? "health" : "business" } });
    const ids: string[] = [];
    for (let page = 1; ; page++) {
      const url = `/coordinator/partnerships?${query}&page=${page}`;
      const { rows, pages } = await table(await ask(database.db, { url, as: people.dana.id }));
      ids.push(...rows.map(({ id }) => id));
      if (page >= pages) break;
    }
    const [header, ...rows] = await download(query);
    expect(rows.map((cells) => cells[header!.indexOf("ID")])).toEqual(ids);
  },
);

it("says where each stands, and holds no partner of another district alone", async () => {
  const [header, ...rows] = await download("show=all&q=Bluestem");
  expect(header).toEqual(expect.arrayContaining(["Partner", "Standing", "Last day"]));
  expect(rows[0]?.[0]).toBe("Bluestem Bikes");
  const theirs = (await download("show=all", people.priya.id)).map(([name]) => name);
  expect(theirs.some((name) => name?.startsWith("Shop "))).toBe(false);
});

it("is closed to partners", async () => {
  expect((await thrownBy(download("", people.tomas.id))).status).toBe(403);
});

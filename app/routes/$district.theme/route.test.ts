import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { districts as table } from "#db/schema/districts.ts";
import { districts } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { loader } from "./route.ts";

const database = useTestDatabase();
const theme = async (color: string, district = "riverbend") =>
  loader(await ask(database.db, { url: `/${district}/theme?color=${color}`, params: { district } }));

it("is the district's color, kept for long under its own address only", async () => {
  const riverbend = eq(table.id, districts.riverbend.id);
  await database.db.update(table).set({ color: "#7a1f2b" }).where(riverbend);
  const current = await theme("7a1f2b");
  expect(current.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
  expect(current.headers.get("Cache-Control")).toContain("immutable");
  const css = await current.text();
  expect(css).toMatch(/^@media screen\{:root\{--primary:#7a1f2b;/);
  expect(css).toContain("prefers-color-scheme:dark");

  const dark = await (await theme("7a1f2b&look=dark")).text();
  expect(dark).not.toContain("prefers-color-scheme");
  expect(css).toContain(dark.slice("@media screen{".length, -2));

  const stale = await theme("}body{display:none}");
  expect(stale.headers.get("Cache-Control")).toBe("no-cache");
  expect(await stale.text()).toBe(css);
});

it("is not found where a district has no color of its own, or there is no district", async () => {
  expect((await thrownBy(theme("7a1f2b", "lakeshore"))).status).toBe(404);
  expect((await thrownBy(theme("7a1f2b", "nowhere"))).status).toBe(404);
});

import { expect, it } from "vitest";
import { embedSites } from "#db/schema/front.ts";
import { districts } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { givenSearchable } from "#tests/support/searchable.ts";
import { loader } from "./route.ts";

const database = useTestDatabase();
const embed = async (query = "", district = "riverbend", locale: "en" | "es" = "en") => {
  const url = `/embed/${district}?${query}`;
  const response = await loader(await ask(database.db, { url, params: { district }, context: { locale } }));
  return { html: await response.text(), headers: response.headers };
};

it("shows the first cards of a search and the way to all of it, in the district's words and language", async () => {
  const { db } = database;
  await givenSearchable(db, { opportunity: { title: "Bus depot day", kind: "JobShadowing" } });
  await givenSearchable(db, { opportunity: { title: "Tram depot day", kind: "JobShadowing" } });
  await givenSearchable(db, { opportunity: { title: "Choir <b>helper", kind: "Mentorship" } });
  const { html } = await embed("kind=JobShadowing&cards=1&look=dark");
  expect(html.match(/<article/g)).toHaveLength(1);
  expect(html).toContain("2 opportunities");
  expect(html).toContain('href="/riverbend/opportunities?kind=JobShadowing"');
  expect(html).toContain('<base target="_top"/>');
  expect(html).toContain('<html lang="en" dir="ltr" data-look="dark">');
  expect(html).not.toContain("Choir");
  expect((await embed("kind=Mentorship")).html).toContain("Choir &lt;b&gt;helper");
  expect((await embed("", "riverbend", "es")).html).toContain('href="/es/riverbend/opportunities"');
  expect((await embed("q=zeppelin")).html).toContain("Nothing is listed here right now.");
  expect((await embed("", "lakeshore")).html).not.toContain("depot");
});

it("may be framed by the district's listed sites alone, and tells its height to none but those", async () => {
  const { db } = database;
  const nobody = await embed("site=https://www.school.example");
  expect(nobody.headers.get("X-Framed-By")).toBe("");
  expect(nobody.html).not.toContain("school.example");

  const of = (districtId: string, origin: string) => ({ districtId, origin });
  await db
    .insert(embedSites)
    .values([
      of(districts.riverbend.id, "https://www.school.example"),
      of(districts.riverbend.id, "https://www.riverbend.example"),
      of(districts.lakeshore.id, "https://www.lakeshore.example"),
    ]);
  const listed = await embed("site=https://WWW.School.example/careers");
  expect(listed.headers.get("X-Framed-By")).toBe("https://www.riverbend.example https://www.school.example");
  expect(listed.html).toContain('<body data-site="https://www.school.example">');
  for (const site of ["https://www.lakeshore.example", "https://school.example", "null", "*", "https://evil.example"])
    expect((await embed(`site=${encodeURIComponent(site)}`)).html).toContain("<body>");
});

it("sets no cookie and shows nothing that only a signed-in reader has", async () => {
  const { html, headers } = await embed();
  expect(headers.get("Set-Cookie")).toBeNull();
  expect(headers.get("X-Page-Cache")).toBe("public");
  expect(html).not.toMatch(/<form|data-account|data-save/);
});

it("is not found for a district that does not exist", async () => {
  expect((await thrownBy(embed("", "nowhere"))).status).toBe(404);
});

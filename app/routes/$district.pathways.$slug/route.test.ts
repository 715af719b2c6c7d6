import { expect, it } from "vitest";
import { loader as cluster } from "#app/routes/$district.clusters.$code/route.tsx";
import { loader as topics } from "#app/routes/$district.pathways._index/route.tsx";
import { pathways } from "#db/seed/pathways.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, thrownBy } from "#tests/support/request.ts";
import { givenSearchable } from "#tests/support/searchable.ts";
import { loader } from "./route.tsx";

const database = useTestDatabase();
const at = async (params: Record<string, string>, locale: "en" | "es" = "en") =>
  ask(database.db, { params: { district: "riverbend", ...params }, context: { locale } });
const health = pathways.healthCareers;

it("says what a pathway is and what there is of it, and where it leads", async () => {
  const listing = { pathwayIds: [health.id] };
  await givenSearchable(database.db, { opportunity: { title: "Ward day", subClusters: ["040206"] }, listing });
  await givenSearchable(database.db, { opportunity: { title: "Bus depot" } });
  const page = await loader(await at({ slug: health.slug }));
  expect(page).toMatchObject({ name: "Health Careers", group: "04", clusters: [{ code: "040200" }] });
  expect(page.topic).toMatchObject({
    total: 1,
    cards: [{ title: "Ward day" }],
    kinds: [{ kind: "PaidInternship", count: 1 }],
    organizations: [{ name: "Bluestem Bikes" }],
  });
  expect(page.topic.themes.length).toBeGreaterThan(0);
  const inSpanish = await loader(await at({ slug: health.slug }, "es"));
  expect(inSpanish).toMatchObject({ name: "Carreras de la salud", aboutLang: undefined });
  const of = await cluster(await at({ code: "040200" }));
  expect(of).toMatchObject({
    topic: { total: 1 },
    pathways: expect.arrayContaining([{ slug: health.slug, name: health.name }]),
  });
  const index = await topics(await at({}));
  expect(index.pathways.find(({ slug }) => slug === health.slug)?.count).toBe(1);
});

it("has a page also where there is nothing, and none that is not the district's", async () => {
  expect((await loader(await at({ slug: pathways.computing.slug }))).topic).toMatchObject({ total: 0, cards: [] });
  expect((await thrownBy(loader(await at({ district: "lakeshore", slug: health.slug })))).status).toBe(404);
  expect((await thrownBy(cluster(await at({ code: "999999" })))).status).toBe(404);
});

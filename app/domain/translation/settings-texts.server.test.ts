import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { collections } from "#db/schema/collections.ts";
import { districtKinds, districts as districtRows, pathways } from "#db/schema/districts.ts";
import { vettingSteps } from "#db/schema/organizations.ts";
import { districts, people } from "#db/seed/cast.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { asCoordinator } from "#tests/support/givens.ts";
import { listTextsWithoutSpanish } from "./settings-texts.server.ts";

const database = useTestDatabase();
const districtId = districts.riverbend.id;

it("names every text of a district that is written in English only", async () => {
  const { db } = database;
  const dana = asCoordinator(db, people.dana.id, districtId);
  const before = await listTextsWithoutSpanish(dana);
  await db
    .update(districtRows)
    .set({
      welcome: "Welcome, families",
      stageNames: { training: { en: "On the job" }, awareness: { en: "Looking", es: "Mirar" } },
      vocabulary: { pathway_one: { en: "Academy" } },
      labels: [
        { name: "Hands-on", nameEs: null },
        { name: "Bus line 9", nameEs: "Línea 9" },
      ],
    })
    .where(eq(districtRows.id, districtId));
  const named = { districtId, slug: randomUUID(), nameEs: "Salud" };
  const [pathway] = await db
    .insert(pathways)
    .values({ ...named, name: "Health", about: "About health" })
    .returning();
  await db.insert(pathways).values({ ...named, slug: randomUUID(), name: "Old", about: "Gone", retiredAt: new Date() });
  await db.insert(districtKinds).values({ districtId, kind: "Mentorship", name: "Buddy" }).onConflictDoNothing();
  const [collection] = await db
    .insert(collections)
    .values({ districtId, slug: randomUUID(), name: "Summer", about: "All summer", position: 1 })
    .returning();
  const [step] = await db
    .insert(vettingSteps)
    .values({ districtId, name: "Called them", documentKind: null, position: 99 })
    .returning();

  const after = await listTextsWithoutSpanish(dana);
  const isNew = ({ of, text }: (typeof after)[number]) => !before.some((old) => old.of === of && old.text === text);
  expect(after.filter(isNew)).toEqual([
    { of: "welcome", text: "Welcome, families", id: null },
    { of: "pathway_about", text: "About health", id: pathway!.id },
    { of: "kind", text: "Buddy", id: null },
    { of: "stage", text: "On the job", id: null },
    { of: "term", text: "Academy", id: null },
    { of: "label", text: "Hands-on", id: null },
    { of: "collection", text: "Summer", id: collection!.id },
    { of: "collection_about", text: "All summer", id: collection!.id },
    { of: "vetting_step", text: "Called them", id: step!.id },
  ]);
  const priya = asCoordinator(db, people.priya.id, districts.lakeshore.id);
  expect((await listTextsWithoutSpanish(priya)).map(({ text }) => text)).not.toContain("Welcome, families");
});

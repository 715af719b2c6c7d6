import { existsSync, readFileSync } from "node:fs";
import { and, eq, isNotNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities, opportunityRevisions } from "#db/schema/opportunities.ts";
import { districts } from "#db/seed/cast.ts";
import { TEST_NOW } from "#tests/support/clock.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { importFile } from "./import-file.server.ts";

const FILE = new URL("../../../../shared/data/postings/nyc_service_volunteer_opportunities.csv", import.meta.url)
  .pathname;

describe.skipIf(!existsSync(FILE))("a city's list of 665 rows (skipped: ../shared/data is not on this machine)", () => {
  const database = useTestDatabase();

  it("arrives nearly whole, with places, dates of today and suggested sub-clusters", async () => {
    const ctx = { db: database.db, now: TEST_NOW, actor: { kind: "system", userId: null } as const };
    const outcome = await importFile(ctx, {
      districtId: districts.riverbend.id,
      fileName: "nyc.csv",
      bytes: readFileSync(FILE),
      options: { mode: "publish", shiftDates: true, source: "nyc" },
    });
    if (!outcome.ok) throw new Error(outcome.refusal);
    const report = outcome.value;
    expect(report.rows).toBe(665);
    expect(report.created + report.updated + report.unchanged).toBeGreaterThanOrEqual(650);
    expect(report.created + report.skipped).toBe(665);
    expect(report.points.columns + report.points.location + report.points.zip).toBeGreaterThanOrEqual(590);
    expect(report.shiftedDays % 7).toBe(0);
    expect(report.organizations.created).toBe(261);

    const shown = await database.db
      .select({ closesOn: listings.closesOn, content: opportunityRevisions.content })
      .from(listings)
      .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
      .innerJoin(opportunities, eq(opportunities.id, listings.opportunityId))
      .where(and(eq(listings.state, "published"), eq(listings.districtId, districts.riverbend.id)));
    expect(shown).toHaveLength(report.created);
    expect(shown.every(({ closesOn }) => closesOn !== null && closesOn >= "2027-03-11")).toBe(true);
    expect(shown.filter(({ content }) => content.subClusters.length).length).toBeGreaterThan(report.created / 2);
    const tutor = shown.find(({ content }) => content.title === "Math Tutor");
    expect(tutor?.content).toMatchObject({
      kind: "ServiceLearning",
      places: 20,
      zip: "10029",
      subClustersSuggested: true,
    });

    const imported = database.db.$count(events, and(eq(events.name, "listing.imported"), isNotNull(events.detail)));
    expect(await imported).toBe(report.created);
  });
});

import { asc, count, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { listPublishedCollections } from "#app/domain/listings/collections.server.ts";
import { listFeatured } from "#app/domain/listings/featuring.server.ts";
import { listPublished } from "#app/domain/listings/published.server.ts";
import { lastDayOf } from "#app/domain/listings/last-day.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { districts as districtTable } from "../schema/districts.ts";
import { events } from "../schema/events.ts";
import { listings, reviews } from "../schema/listings.ts";
import { opportunities, opportunityRevisions } from "../schema/opportunities.ts";
import { memberships, organizations, partnerships } from "../schema/organizations.ts";
import { users } from "../schema/people.ts";
import { districts } from "./cast.ts";
import { demoPeople } from "./demo-people.ts";
import { seed } from "./index.ts";

const NOW = new Date("2027-02-09T20:30:00Z");
const TODAY = "2027-02-09";
const database = useTestDatabase();

beforeAll(() => seed(database.db, NOW));

const listed = () =>
  database.db
    .select({ listing: listings, district: districtTable, content: opportunityRevisions.content })
    .from(listings)
    .innerJoin(districtTable, eq(districtTable.id, listings.districtId))
    .innerJoin(opportunityRevisions, eq(opportunityRevisions.id, listings.publishedRevisionId))
    .where(eq(listings.state, "published"));

describe("running the seed again", () => {
  const TABLES = [
    districtTable,
    users,
    organizations,
    memberships,
    partnerships,
    opportunities,
    opportunityRevisions,
    listings,
    reviews,
    events,
  ] as const;
  const everything = () =>
    Promise.all(
      TABLES.map(async (table) => (await database.db.select().from(table)).map((row) => JSON.stringify(row)).sort()),
    );

  test("changes nothing, on a later day either", async () => {
    const before = await everything();
    await seed(database.db, NOW);
    await seed(database.db, new Date("2027-03-20T08:00:00Z"));
    expect(await everything()).toEqual(before);
  });

  test("asks for the index to be rebuilt once", async () => {
    const jobs = await database.db.execute(
      sql`select task_identifier from graphile_worker.jobs where task_identifier = 'reindex-listings'`,
    );
    expect(jobs).toHaveLength(1);
  });
});

describe("what is on the lists", () => {
  test("about 120 listings, most of them in Riverbend", async () => {
    const rows = await database.db
      .select({ slug: districtTable.slug, number: count() })
      .from(listings)
      .innerJoin(districtTable, eq(districtTable.id, listings.districtId))
      .groupBy(districtTable.slug)
      .orderBy(asc(districtTable.slug));
    const [lakeshore, riverbend] = rows;
    expect(lakeshore?.number).toBeGreaterThanOrEqual(35);
    expect(riverbend?.number).toBeGreaterThanOrEqual(80);
  });

  test("every state occurs, and submissions wait for one to twelve days", async () => {
    const states = await database.db.selectDistinct({ state: listings.state }).from(listings);
    expect(states.map(({ state }) => state).sort()).toEqual([...listings.state.enumValues].sort());
    const waiting = await database.db.select().from(listings).where(eq(listings.state, "submitted"));
    const days = waiting.map(({ submittedAt }) => (NOW.getTime() - submittedAt!.getTime()) / 86_400_000);
    expect([Math.min(...days), Math.max(...days)]).toEqual([1, 12]);
    expect(days.length).toBeGreaterThanOrEqual(6);
  });

  test("each of the 14 clusters has three or more", async () => {
    const rows = await database.db.execute<{ code: string; listed: number }>(sql`
      select c.code, count(distinct l.id)::int as listed
      from career_clusters c
      left join sub_clusters s on s.cluster_code = c.code
      left join opportunities o on s.code = any(o.sub_clusters)
      left join listings l on l.opportunity_id = o.id and l.state = 'published'
      group by c.code`);
    expect(rows).toHaveLength(14);
    expect(rows.filter((row) => row.listed < 3)).toEqual([]);
  });

  test("every sub-cluster named is one of the reference data", async () => {
    const unknown = await database.db.execute(sql`
      select code from (
        select unnest(sub_clusters) as code from opportunities union select unnest(sub_clusters) from pathways
      ) named where code not in (select code from sub_clusters)`);
    expect([...unknown]).toEqual([]);
  });

  test("nothing is past its own dates, and one partner is due to be asked", async () => {
    const all = await listed();
    const isOver = (day: string | null) => day !== null && day < TODAY;
    expect(all.filter(({ listing, content }) => isOver(listing.closesOn) || isOver(content.endsOn))).toEqual([]);
    const due = all.filter(
      ({ listing, district }) => +listing.confirmedAt! < NOW.getTime() - district.freshnessDays * 86_400_000,
    );
    expect(due.map(({ content }) => content.title)).toEqual(["Clinic front desk and records intern"]);
  });

  test("Riverbend shows what it put in front, in its own words", async () => {
    const district = (await getDistrict(database.db, districts.riverbend.id))!;
    const shown = (ids: string[]) => listPublished(database.db, district, ids, NOW);
    const featured = await listFeatured(database.db, districts.riverbend.id);
    expect(await shown(featured.map(({ id }) => id))).toHaveLength(3);
    const [summer] = await listPublishedCollections(database.db, districts.riverbend.id);
    expect(summer).toMatchObject({ slug: "summer-2027", name: "Summer 2027" });
    expect((await shown(summer!.listingIds)).length).toBeGreaterThan(3);
    expect(await findOwnWords(database.db, district, "en")).toEqual({
      "opportunity:kind.JobShadowing": "Day on the job",
    });
    expect(district.labels.map(({ name }) => name)).toContain("Popular");
  });

  test("each closes on the last day of its text", async () => {
    const other = (await listed()).filter(({ listing, content }) => listing.closesOn !== lastDayOf(content));
    expect(other.map(({ content }) => content.title)).toEqual([]);
  });

  test("some are new this week, some were confirmed weeks ago", async () => {
    const rows = (await listed()).map(({ listing }) => listing);
    const ago = (at: Date | null) => (NOW.getTime() - at!.getTime()) / 86_400_000;
    expect(rows.filter(({ publishedAt }) => ago(publishedAt) <= 7).length).toBeGreaterThanOrEqual(5);
    expect(rows.filter(({ confirmedAt }) => ago(confirmedAt) > 40).length).toBeGreaterThanOrEqual(5);
  });

  test("every place lies within 25 miles of the district; only remote ones have none", async () => {
    const far = (await listed()).filter(({ content, district }) => {
      if (content.latitude === null || content.longitude === null) return content.setting !== "remote";
      return miles(district, { latitude: content.latitude, longitude: content.longitude }) > 25;
    });
    expect(far.map(({ content }) => content.title)).toEqual([]);
  });

  test("some are offered in both districts, some written in Spanish", async () => {
    const both = await database.db
      .select({ id: listings.opportunityId })
      .from(listings)
      .groupBy(listings.opportunityId)
      .having(sql`count(distinct ${listings.districtId}) = 2`);
    expect(both.length).toBeGreaterThanOrEqual(5);
    expect((await listed()).filter(({ content }) => content.language === "es").length).toBeGreaterThanOrEqual(4);
  });
});

describe("what stands behind a listing", () => {
  test("a decision for each that was decided on, and the texts it was about", async () => {
    const rows = await database.db
      .select({ listing: listings, review: reviews })
      .from(listings)
      .leftJoin(reviews, eq(reviews.listingId, listings.id));
    for (const { listing, review } of rows) {
      const undecided = listing.state === "draft" || listing.state === "submitted";
      const turnedDown = listing.state === "changes_requested" || listing.state === "declined";
      expect(review?.decision ?? null).toBe(undecided ? null : turnedDown ? listing.state : "approved");
      if (turnedDown) expect(review?.note).toBeTruthy();
      expect(listing.submittedRevisionId === null).toBe(listing.state === "draft");
      expect(listing.publishedRevisionId === null).toBe(undecided || turnedDown);
    }
  });

  test("a log that begins with the offer and is in order", async () => {
    const log = await database.db.select().from(events).orderBy(asc(events.at), asc(events.id));
    for (const listing of await database.db.select().from(listings)) {
      const names = log.filter((event) => event.subjectId === listing.id).map((event) => event.name);
      expect(names[0]).toBe("listing.offered");
      expect(names).toHaveLength(listing.version);
    }
    expect(log.filter((event) => event.at > NOW)).toEqual([]);
  });

  test("an edit that waits while the approved text stays", async () => {
    const edits = (await database.db.select().from(listings)).filter(
      (listing) => listing.publishedRevisionId && listing.publishedRevisionId !== listing.submittedRevisionId,
    );
    expect(edits.map(({ state }) => state)).toEqual(["published"]);
  });

  test("organizations of all ten sectors", async () => {
    const sectors = await database.db.selectDistinct({ sector: organizations.sector }).from(organizations);
    expect(sectors.map(({ sector }) => sector).sort()).toEqual([...organizations.sector.enumValues].sort());
  });
});

describe("people", () => {
  test("all are demo people, and those we introduce can sign in", async () => {
    const everyone = await database.db.select().from(users);
    expect(everyone.every((person) => person.isDemo)).toBe(true);
    for (const { email } of demoPeople())
      expect(everyone.find((person) => person.email === email)?.passwordHash).toBeTruthy();
  });

  test("belong to the two districts of the cast", async () => {
    const rows = await database.db.select({ id: districtTable.id }).from(districtTable);
    expect(rows.map(({ id }) => id).sort()).toEqual([districts.riverbend.id, districts.lakeshore.id].sort());
  });
});

interface Point {
  latitude: number;
  longitude: number;
}

/** Good enough below a hundred miles. */
function miles(a: Point, b: Point) {
  const north = (a.latitude - b.latitude) * 69;
  const east = (a.longitude - b.longitude) * 69 * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

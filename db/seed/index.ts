import { inArray, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { districts } from "../schema/districts.ts";
import { events } from "../schema/events.ts";
import { listings, reasonTemplates, reviews, suspensions } from "../schema/listings.ts";
import { opportunities, opportunityRevisions } from "../schema/opportunities.ts";
import { memberships } from "../schema/organizations.ts";
import { users } from "../schema/people.ts";
import { seedOpportunities } from "./listings/all.ts";
import { seedRows } from "./listings/rows.ts";
import { morePartners, morePartnerships } from "./partners/partners.ts";
import { plantCast, plantOrganizations } from "./plant-cast.ts";
import { plantCollection, plantSettings } from "./plant-settings.ts";
import { plantVetting } from "./plant-vetting.ts";
import { seedTemplates } from "./reason-templates.ts";

/**
 * Fills an empty database with two districts that look lived in, dates counted from `now`. All or nothing. What is
 * there already is left as it is, so a second run changes nothing.
 */
export async function seed(db: Database, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await plantCast(tx, now);
    await plantMorePartners(tx, now);
    await plantVetting(tx, now);
    await tx.insert(reasonTemplates).values(seedTemplates).onConflictDoNothing();
    await plantSettings(tx);
    const added = await plantListings(tx, now);
    if (added.length > 0) await tellReaders(tx, [...new Set(added)]);
  });
}

async function plantMorePartners(tx: Database, now: Date) {
  const more = Object.values(morePartners);
  await plantOrganizations(tx, now, {
    organizations: more.map(({ home: _home, person: _person, site: _site, ...organization }) => organization),
    partnerships: morePartnerships,
    firstPartnershipId: 101,
  });
  await tx
    .insert(users)
    .values(more.map(({ person }) => ({ ...person, emailVerifiedAt: now, isDemo: true })))
    .onConflictDoNothing({ target: users.id });
  await tx
    .insert(memberships)
    .values(more.map(({ id, person }) => ({ organizationId: id, userId: person.id, role: "owner" as const })))
    .onConflictDoNothing();
}

/** The districts of the listings that were not there before. */
async function plantListings(tx: Database, now: Date): Promise<string[]> {
  const rows = seedOpportunities.map((opportunity) => seedRows(opportunity, now));
  await tx
    .insert(opportunities)
    .values(rows.map((row) => row.opportunity))
    .onConflictDoNothing({ target: opportunities.id });
  await tx
    .insert(opportunityRevisions)
    .values(rows.flatMap((row) => row.revisions))
    .onConflictDoNothing({ target: opportunityRevisions.id });
  const added = await tx
    .insert(listings)
    .values(rows.flatMap((row) => row.listings))
    .onConflictDoNothing({ target: listings.id })
    .returning({ districtId: listings.districtId });
  await tx
    .insert(reviews)
    .values(rows.flatMap((row) => row.reviews))
    .onConflictDoNothing({ target: reviews.id });
  await tx
    .insert(suspensions)
    .values(rows.flatMap((row) => row.suspensions))
    .onConflictDoNothing({ target: suspensions.id });
  await tx
    .insert(events)
    .values(rows.flatMap((row) => row.events))
    .onConflictDoNothing({ target: events.id });
  await plantCollection(
    tx,
    now,
    rows.flatMap((row) => row.listings),
  );
  return added.map(({ districtId }) => districtId);
}

/** Cached pages end and the index is rebuilt, also when a server runs while the seed is planted. */
async function tellReaders(tx: Database, districtIds: string[]) {
  const changed = await tx
    .update(districts)
    .set({ listVersion: sql`${districts.listVersion} + 1` })
    .where(inArray(districts.id, districtIds))
    .returning({ slug: districts.slug, listVersion: districts.listVersion });
  for (const { slug, listVersion } of changed)
    await tx.execute(sql`select pg_notify('list_version', ${`${slug}:${listVersion}`})`);
  // A database without the queue has no worker either: it is indexed when one first starts.
  const [queue] = await tx.execute<{ there: boolean }>(
    sql`select to_regnamespace('graphile_worker') is not null as there`,
  );
  if (queue?.there)
    await tx.execute(
      sql`select graphile_worker.add_job('reindex-listings', '{}'::json, queue_name := 'rebuild', job_key := 'reindex-listings')`,
    );
}

/**
 * R10: the same form posted fifty times at once, as a browser does that hears no answer and asks again: one row, one
 * event, one mail to each who is told; and every answer is the first one's, or, from a site that is too busy to wait for
 * it, 503.
 */
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import { listings } from "#db/schema/listings.ts";
import { mails } from "#db/schema/mail.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { districts, organizations } from "#db/seed/cast.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { givenListing } from "#tests/support/givens.ts";
import { Checks } from "./checks.ts";
import { Visitor, type Sent } from "./signed-in.ts";

const TIMES = 50;
/** Two rounds, so that the second meets warm connections. */
const ROUNDS = 2;

const checks = new Checks();
const site = await startBuiltSite({ cwd: process.env.SITE_DIR, env: { LOG_LEVEL: "error" } });
try {
  const { db } = site.connection;
  const partner = await new Visitor(site.port).signIn("tomas");
  const coordinator = await new Visitor(site.port).signIn("dana");
  const inOneYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

  for (let round = 1; round <= ROUNDS; round++) {
    const title = `Sent fifty times ${round}`;
    const draft = { organizationId: organizations.bluestem.id, title, summary: "Once.", kind: "JobShadowing" };
    said("a new draft", await post(partner, "/partner/opportunities/new", { ...draft, language: "en" }));
    const drafts = await db.select().from(opportunities).where(eq(opportunities.title, title));
    checks.that(drafts.length === 1, `${drafts.length} draft`);
    checks.that((await happened("opportunity.drafted", drafts[0]!.id)) === 1, "one event of it");

    const dates = { startsOn: inOneYear, endsOn: inOneYear, closesOn: inOneYear };
    const { listing } = await givenListing(db, {
      opportunity: dates,
      listing: { state: "draft", closesOn: inOneYear },
    });
    said("sent for review", await post(partner, `/partner/listings/${listing.id}/submission`, {}));
    const [submitted] = await db.select().from(listings).where(eq(listings.id, listing.id));
    checks.that(submitted?.state === "submitted", `the listing is ${submitted?.state}`);
    checks.that((await happened("listing.submitted", listing.id)) === 1, "one event of it");
    const told = await db.execute<{ times: number }>(sql`
      select count(*)::int as times from mails where data->>'listingId' = ${listing.id} group by user_id, kind`);
    checks.that(told.length > 0 && told.every(({ times }) => times === 1), `${told.length} told, each by one mail`);

    const form = { version: String(submitted?.version), publishOn: "", note: "" };
    said("published", await post(coordinator, `/coordinator/review/${listing.id}/approval`, form));
    checks.that((await happened("listing.approved", listing.id)) === 1, "one event of it");
    const approvals = await db
      .select()
      .from(mails)
      .where(and(eq(mails.kind, "partner-listing-approved"), sql`${mails.data}->>'listingId' = ${listing.id}`));
    const people = new Set(approvals.map(({ userId }) => userId));
    checks.that(
      people.size > 0 && people.size === approvals.length,
      `${people.size} partner told, by ${approvals.length} mail`,
    );
  }
  checks.that(
    (await db.$count(listings, eq(listings.districtId, districts.riverbend.id))) > 0,
    "the site still stands",
  );

  function said(what: string, answers: Sent[]) {
    const first = answers.find(({ status }) => status !== 503);
    const same = answers.filter(({ status, location }) => status === first?.status && location === first.location);
    const later = answers.filter(({ status }) => status === 503);
    checks.that(first?.status === 302, `${what}: answered ${first?.status} ${first?.location}`);
    const said = `${same.length} of ${TIMES} answers are the same, ${later.length} were told to try again`;
    checks.that(same.length + later.length === TIMES, `${what}: ${said}`);
  }
  /** One form, with one key, many times at once. */
  function post(visitor: Visitor, path: string, form: Record<string, string>): Promise<Sent[]> {
    const body = new URLSearchParams({ ...form, idempotencyKey: randomUUID() });
    return Promise.all(Array.from({ length: TIMES }, () => visitor.post(path, new URLSearchParams(body))));
  }
  async function happened(name: string, subjectId: string) {
    return db.$count(events, and(eq(events.name, name), eq(events.subjectId, subjectId)));
  }
} finally {
  await site.stop();
}
checks.report("R10");

/**
 * What a file would change in a district, without changing it. The dry run shows the plan; the run carries it out.
 * A row is known by its list's name and its own id. A changed row changes the listing it became, unless a person has
 * since edited the opportunity or ended the listing: people's decisions outlive files.
 */
import { createHash } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/database.ts";
import { importedRows } from "#db/schema/imports.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { organizations, partnerships } from "#db/schema/organizations.ts";
import { zipPoints } from "#db/schema/reference.ts";
import type { District } from "../districts/districts.server.ts";
import { localDate } from "../districts/zone.ts";
import { lastDayOf } from "../listings/last-day.ts";
import type { ListingState } from "../listings/lifecycle.ts";
import { isInForce } from "../organizations/standing.ts";
import { daysToShift, shiftDates } from "./date-shift.ts";
import type { Draft } from "./draft.ts";
import { draftRows } from "./draft-row.ts";
import type { ZipPoints } from "./draft-place.ts";
import type { ImportMapping } from "./mapping.ts";
import { organizationKey } from "./organization-names.ts";
import { parseLocation, parseZip } from "./places.ts";
import { type Problem, type ProblemCode } from "./problems.ts";
import { glimpse } from "./text-values.ts";
import type { Table } from "./read-table.server.ts";
import type { ImportOptions } from "./report.ts";

/** What an earlier import made of a row. */
export interface KnownRow {
  externalId: string;
  opportunityId: string;
  listingId: string;
  fingerprint: string;
  importedAt: Date;
  state: ListingState;
  opportunityVersion: number;
  opportunityUpdatedAt: Date;
  /** A person's choice of sub-clusters; null while they are suggestions. */
  chosenSubClusters: string[] | null;
}

export interface PlannedRow {
  draft: Draft;
  organizationKey: string;
  fingerprint: string;
  known: KnownRow | null;
}

export interface Plan {
  rows: PlannedRow[];
  unchanged: Draft[];
  /** Partners of the district by the key of their name. */
  partners: Map<string, string>;
  problems: Problem[];
  shiftedDays: number;
  goneFromFile: number;
}

export async function planImport(
  db: Database,
  district: District,
  table: Table,
  { mapping, options, now }: { mapping: ImportMapping; options: ImportOptions; now: Date },
): Promise<Plan> {
  const today = localDate(now, district.timeZone);
  const { drafts, problems } = draftRows(table, mapping, await readZipPoints(db, table, mapping));
  const [known, partners] = await Promise.all([
    readKnownRows(db, district.id, options.source),
    readPartners(db, district.id, today),
  ]);
  const shiftedDays = options.shiftDates
    ? daysToShift(
        drafts.map((draft) => draft.content),
        today,
      )
    : 0;
  const plan: Plan = {
    rows: [],
    unchanged: [],
    partners: new Map([...partners].flatMap(([key, partner]) => (partner.inForce ? [[key, partner.id]] : []))),
    problems: [...table.problems, ...problems],
    shiftedDays,
    goneFromFile: 0,
  };
  for (const draft of drafts) {
    const row: PlannedRow = {
      draft: { ...draft, content: { ...draft.content, ...shiftDates(draft.content, shiftedDays) } },
      organizationKey: organizationKey(draft.organization),
      fingerprint: fingerprintOf(draft),
      known: known.get(draft.externalId) ?? null,
    };
    known.delete(draft.externalId);
    if (row.known?.fingerprint === row.fingerprint) plan.unchanged.push(row.draft);
    else {
      const problem = whyNot(row, today, partners.get(row.organizationKey)?.inForce ?? true);
      if (problem)
        plan.problems.push({ row: draft.row, column: "", code: problem, value: glimpse(draft.content.title) });
      else plan.rows.push(row);
    }
  }
  plan.goneFromFile = known.size;
  plan.problems.sort((a, b) => a.row - b.row);
  return plan;
}

function whyNot({ draft, known }: PlannedRow, today: string, inForce: boolean): ProblemCode | null {
  const last = lastDayOf(draft.content);
  if (last && last < today) return "already_over";
  if (!inForce) return "partnership_not_in_force";
  if (!known) return null;
  if (known.opportunityUpdatedAt > known.importedAt) return "edited_since";
  return ["published", "submitted", "changes_requested", "expired"].includes(known.state) ? null : "decided_since";
}

/** Of the row as the file has it: dates that moved by another number of days are no change. */
const fingerprintOf = ({ organization, category, content }: Draft) =>
  createHash("sha256")
    .update(JSON.stringify([organization, category, content]))
    .digest("base64");

async function readKnownRows(db: Database, districtId: string, source: string): Promise<Map<string, KnownRow>> {
  const rows = await db
    .select({
      externalId: importedRows.externalId,
      opportunityId: importedRows.opportunityId,
      listingId: importedRows.listingId,
      fingerprint: importedRows.fingerprint,
      importedAt: importedRows.importedAt,
      state: listings.state,
      opportunityVersion: opportunities.version,
      opportunityUpdatedAt: opportunities.updatedAt,
      chosenSubClusters: sql<
        string[] | null
      >`case when ${opportunities.subClustersSuggested} then null else ${opportunities.subClusters} end`,
    })
    .from(importedRows)
    .innerJoin(listings, eq(listings.id, importedRows.listingId))
    .innerJoin(opportunities, eq(opportunities.id, importedRows.opportunityId))
    .where(and(eq(importedRows.districtId, districtId), eq(importedRows.source, source)));
  return new Map(rows.map((row) => [row.externalId, row]));
}

/** Only the district's own partners, by their names and by those of their merged duplicates: a name another district knows is new here. */
async function readPartners(db: Database, districtId: string, today: string) {
  const rows = await db
    .select({
      id: partnerships.organizationId,
      name: organizations.name,
      status: partnerships.status,
      inForceUntil: partnerships.inForceUntil,
    })
    .from(partnerships)
    .innerJoin(
      organizations,
      eq(sql`coalesce(${organizations.mergedIntoId}, ${organizations.id})`, partnerships.organizationId),
    )
    .where(eq(partnerships.districtId, districtId))
    .orderBy(organizations.createdAt, organizations.id);
  const partners = new Map<string, { id: string; inForce: boolean }>();
  for (const { id, name, ...standing } of rows) {
    const key = organizationKey(name);
    const inForce = isInForce(standing, today);
    if (!partners.has(key) || inForce) partners.set(key, { id, inForce });
  }
  return partners;
}

async function readZipPoints(db: Database, table: Table, mapping: ImportMapping): Promise<ZipPoints> {
  const cellsOf = (column: string | undefined) => {
    const index = column === undefined ? -1 : table.columns.indexOf(column);
    return index < 0 ? [] : table.rows.map(({ cells }) => cells[index] ?? "");
  };
  const named = new Set([
    ...cellsOf(mapping.columns.zip).map((cell) => parseZip(cell)?.zip),
    ...cellsOf(mapping.columns.location).map((cell) => parseLocation(cell).zip),
  ]);
  const zips = [...named].flatMap((zip) => zip ?? []);
  const rows = zips.length ? await db.select().from(zipPoints).where(inArray(zipPoints.zip, zips)) : [];
  return new Map(rows.map((row) => [row.zip, row]));
}

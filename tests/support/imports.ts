import { and, eq } from "drizzle-orm";
import type { Context, System } from "#app/domain/context.ts";
import type { ImportFile } from "#app/domain/imports/check-import.server.ts";
import { importFile } from "#app/domain/imports/import-file.server.ts";
import type { ImportReport } from "#app/domain/imports/report.ts";
import type { Database } from "#db/database.ts";
import { importedRows } from "#db/schema/imports.ts";
import { listings } from "#db/schema/listings.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import { districts } from "#db/seed/cast.ts";
import { TEST_NOW } from "./clock.ts";

export const asSystem = (db: Database, now = TEST_NOW): Context<System> => ({
  db,
  now,
  actor: { kind: "system", userId: null },
});

/** Bytes of a file with the columns id, title, organization, ends, zip. */
export const csvOf = (...lines: string[]) =>
  new TextEncoder().encode(["id,title,organization,ends,zip", ...lines].join("\n"));

type Choices = Partial<ImportFile["options"]> & { districtId?: string; now?: Date };

/** A list's file for Riverbend, to be published, unless said otherwise. */
export const givenFile = (bytes: Uint8Array, source: string, { districtId, now: _, ...options }: Choices = {}) => ({
  districtId: districtId ?? districts.riverbend.id,
  fileName: "list.csv",
  bytes,
  options: { mode: "publish" as const, shiftDates: false, source, ...options },
});

export async function importNow(
  db: Database,
  bytes: Uint8Array,
  source: string,
  choices: Choices = {},
): Promise<ImportReport> {
  const outcome = await importFile(asSystem(db, choices.now), givenFile(bytes, source, choices));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

/** What the rows of a list became, by their ids. */
export async function importedFrom(db: Database, source: string, districtId: string = districts.riverbend.id) {
  return db
    .select({ id: importedRows.externalId, listing: listings, opportunity: opportunities })
    .from(importedRows)
    .innerJoin(listings, eq(listings.id, importedRows.listingId))
    .innerJoin(opportunities, eq(opportunities.id, importedRows.opportunityId))
    .where(and(eq(importedRows.source, source), eq(importedRows.districtId, districtId)))
    .orderBy(importedRows.externalId);
}

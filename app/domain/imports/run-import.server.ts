/**
 * Runs a checked import: all of its rows or none. Everything readers could see is written in one transaction; only the
 * count of rows done is told outside of it. A run that was cut short leaves nothing but the word "running", and is
 * simply run again.
 */
import { and, eq, inArray } from "drizzle-orm";
import { imports } from "#db/schema/imports.ts";
import { enqueueIndexing, enqueueMarking } from "#app/jobs/enqueue.server.ts";
import { done, refused, type Context, type Coordinator, type Outcome, type System } from "../context.ts";
import { getDistrict } from "../districts/districts.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tellReadersOfSeveral } from "../listings/publishing-effects.server.ts";
import { ImportMapping } from "./mapping.ts";
import { planImport } from "./plan-import.server.ts";
import { readTableText } from "./read-table.server.ts";
import { reportPlan } from "./report-plan.server.ts";
import { ImportOptions, reportOf, type ImportReport } from "./report.ts";
import { inBatches, lockImports, writeOrganizations, writeRows, type Writing } from "./write-import.server.ts";

type Import = typeof imports.$inferSelect;
type Actor = Coordinator | System;

/** Answers the report. An import that is already done answers it again and changes nothing. */
export async function runImport(
  ctx: Context<Actor>,
  importId: string,
): Promise<Outcome<ImportReport, "not_found" | "not_started">> {
  const started = await startRun(ctx, importId);
  if (!started.ok) return started;
  const progress = progressOf(ctx, importId);
  try {
    const report = await ctx.db.transaction((tx) => carryOut({ ...ctx, db: tx }, started.value, progress.tell));
    return done(report);
  } catch (error) {
    await progress.settle();
    await ctx.db
      .update(imports)
      .set({ status: "failed", rowsDone: 0 })
      .where(and(eq(imports.id, importId), eq(imports.status, "running")));
    throw error;
  } finally {
    await progress.settle();
  }
}

async function startRun(ctx: Context<Actor>, importId: string): Promise<Outcome<Import, "not_found" | "not_started">> {
  const own = ctx.actor.kind === "coordinator" ? eq(imports.districtId, ctx.actor.districtId) : undefined;
  const [row] = await ctx.db
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), own));
  if (!row) return refused("not_found");
  if (row.status === "done") return done(row);
  const [started] = await ctx.db
    .update(imports)
    .set({ status: "running", rowsDone: 0 })
    .where(and(eq(imports.id, importId), inArray(imports.status, ["queued", "running", "failed"])))
    .returning();
  return started ? done(started) : refused("not_started");
}

async function carryOut(ctx: Context<Actor>, { id, districtId }: Import, tell: (rowsDone: number) => void) {
  const tx = ctx.db;
  // Two files of one district at once would each create the organization both name.
  await lockImports(tx, districtId);
  const [row] = await tx.select().from(imports).where(eq(imports.id, id));
  if (row?.status === "done") return reportOf(row);
  const district = await getDistrict(tx, districtId);
  const table = readTableText(row?.file ?? "");
  if (!row || !district || !table.ok) throw new Error(`import ${id} has lost its file`);
  const mapping = ImportMapping.parse(row.mapping);
  const options = ImportOptions.parse(row.options);
  const plan = await planImport(tx, district, table.value, { mapping, options, now: ctx.now });
  const { encoding } = reportOf(row);
  const report = reportPlan(district, { ...table.value, encoding }, mapping, plan);

  const writing: Writing = {
    tx,
    now: ctx.now,
    importId: id,
    districtId,
    requestedBy: row.requestedBy,
    options,
    organizationIds: plan.partners,
  };
  await writeOrganizations(writing, plan);
  const listingIds: string[] = [];
  for (const batch of inBatches(plan.rows)) {
    listingIds.push(...(await writeRows(writing, batch)));
    tell(report.rows - plan.rows.length + listingIds.length);
  }
  await finish(ctx, row, report, listingIds);
  return report;
}

async function finish(
  ctx: Context<Actor>,
  { id, districtId, options }: Import,
  report: ImportReport,
  listingIds: string[],
) {
  const { rows, created, updated, unchanged, skipped, shiftedDays } = report;
  const detail = { rows, created, updated, unchanged, skipped, shiftedDays };
  await recordEvent(ctx, "import.finished", { id, districtId, detail });
  await ctx.db
    .update(imports)
    .set({ status: "done", rowsDone: rows, report: { ...report }, file: null, finishedAt: ctx.now })
    .where(eq(imports.id, id));
  if (listingIds.length) await enqueueMarking(ctx.db);
  // Last, so that other changes of the list wait for its row as short as can be.
  if (ImportOptions.parse(options).mode === "publish") await tellReadersOfSeveral(ctx.db, districtId, listingIds);
  // What waits for review is not for readers yet.
  else await enqueueIndexing(ctx.db, listingIds);
}

/** Tells readers of the import's page how far it is, beside the transaction; a count that can't be told is let go. */
function progressOf(ctx: Context, importId: string) {
  let telling: Promise<unknown> | null = null;
  const tell = (rowsDone: number) => {
    telling ??= ctx.db
      .update(imports)
      .set({ rowsDone })
      .where(and(eq(imports.id, importId), eq(imports.status, "running")))
      .catch(() => null)
      .finally(() => (telling = null));
  };
  return { tell, settle: async () => void (await telling) };
}

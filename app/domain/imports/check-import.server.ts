/**
 * Before an import changes anything: a file is read, its columns are mapped, and the plan is shown. The file and what
 * was chosen are kept until somebody says "import"; nothing readers could see is written here.
 */
import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import { importMappings, imports } from "#db/schema/imports.ts";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import { done, refused, type Context, type Coordinator, type Outcome, type System } from "../context.ts";
import { getDistrict } from "../districts/districts.server.ts";
import { once } from "../once.server.ts";
import { decodeText } from "./decode-text.server.ts";
import { isStopped } from "./imports.server.ts";
import { fitMapping, guessMapping, ImportMapping } from "./mapping.ts";
import { planImport } from "./plan-import.server.ts";
import type { FileProblem } from "./problems.ts";
import { MAX_FILE_BYTES, readTableText, type Table } from "./read-table.server.ts";
import { reportPlan } from "./report-plan.server.ts";
import { ImportOptions, reportOf } from "./report.ts";
import { glimpse } from "./text-values.ts";

type Actor = Coordinator | System;

export interface ImportFile {
  districtId: string;
  fileName: string;
  bytes: Uint8Array;
  options: ImportOptions;
  /** Left out: as the district read this list before, else as the headers suggest. */
  mapping?: ImportMapping;
  idempotencyKey: string;
}

/** Reads a file and keeps it as a checked import. A coordinator's own district only. */
export async function checkImport(
  ctx: Context<Actor>,
  input: ImportFile,
): Promise<Outcome<{ importId: string }, FileProblem | "not_found">> {
  if (ctx.actor.kind === "coordinator" && ctx.actor.districtId !== input.districtId) return refused("not_found");
  if (input.bytes.length > MAX_FILE_BYTES) return refused("file_too_big");
  const decoded = decodeText(input.bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const table = readTableText(text, encoding);
  if (!table.ok) return table;
  return once<Actor, { importId: string }, never>(ctx, "check-import", input.idempotencyKey, async (ctx) => {
    const { mapping, columnsOf } = await rememberMapping(ctx, input, table.value);
    const report = await checkTable(ctx, input.districtId, table.value, mapping, input.options);
    const [row] = await ctx.db
      .insert(imports)
      .values({
        districtId: input.districtId,
        requestedBy: ctx.actor.userId,
        fileName: glimpse(input.fileName, 200),
        file: text,
        mapping,
        options: input.options,
        status: "checked",
        rowsTotal: report.rows,
        report: { ...report, columnsOf },
        createdAt: ctx.now,
      })
      .returning({ importId: imports.id });
    if (!row) throw new Error("an insert answered no row");
    return done(row);
  });
}

export interface Remapping {
  importId: string;
  mapping: ImportMapping;
  options: ImportOptions;
  idempotencyKey: string;
}

/** Checks the same file again with other columns or choices. */
export async function remapImport(
  ctx: Context<Coordinator>,
  { importId, mapping, options, idempotencyKey }: Remapping,
): Promise<Outcome<{ importId: string }, "not_found" | "already_started">> {
  return once<Coordinator, { importId: string }, "not_found" | "already_started">(
    ctx,
    "remap-import",
    idempotencyKey,
    async (ctx) => {
      const { districtId } = ctx.actor;
      const [row] = await ctx.db
        .select()
        .from(imports)
        .where(and(eq(imports.id, importId), eq(imports.districtId, districtId)))
        .for("update");
      if (!row) return refused("not_found");
      if (row.status !== "checked" && row.status !== "failed") return refused("already_started");
      const earlier = reportOf(row);
      const table = readTableText(row.file ?? "", earlier.encoding);
      if (!table.ok) throw new Error(`import ${importId} has lost its file`);
      const fitting = fitMapping(mapping, table.value.columns);
      const report = await checkTable(ctx, districtId, table.value, fitting, options);
      await ctx.db
        .update(imports)
        .set({ mapping: fitting, options, report: { ...report }, status: "checked", rowsTotal: report.rows })
        .where(eq(imports.id, importId));
      return done({ importId });
    },
  );
}

/** Hands a checked import to the worker, and keeps its mapping under the list's name for the next file. */
export async function startImport(
  ctx: Context<Coordinator>,
  { importId, idempotencyKey }: { importId: string; idempotencyKey: string },
): Promise<Outcome<{ importId: string }, "not_found" | "already_started" | "nothing_to_import">> {
  type Refusal = "not_found" | "already_started" | "nothing_to_import";
  return once<Coordinator, { importId: string }, Refusal>(ctx, "start-import", idempotencyKey, async (ctx) => {
    const own = and(eq(imports.id, importId), eq(imports.districtId, ctx.actor.districtId));
    const [row] = await ctx.db.select().from(imports).where(own).for("update");
    if (!row) return refused("not_found");
    const report = reportOf(row);
    if (report.created + report.updated === 0) return refused("nothing_to_import");
    const [queued] = await ctx.db
      .update(imports)
      .set({ status: "queued", requestedBy: ctx.actor.userId, rowsDone: 0 })
      .where(and(own, or(inArray(imports.status, ["checked", "failed"]), isStopped)))
      .returning({ id: imports.id });
    if (!queued) return refused("already_started");
    await saveMapping(
      ctx,
      ctx.actor.districtId,
      ImportOptions.parse(row.options).source,
      ImportMapping.parse(row.mapping),
    );
    await enqueue(ctx.db, "run-import", { importId }, { key: `run-import:${importId}`, maxAttempts: 3 });
    return done({ importId });
  });
}

/** The same from the command line, which runs it itself. */
export async function claimImport(ctx: Context<System>, importId: string) {
  await ctx.db
    .update(imports)
    .set({ status: "queued" })
    .where(and(eq(imports.id, importId), eq(imports.status, "checked")));
}

/**
 * The mapping that was given or saved under the list's name, else that of the last import with the same header row,
 * else what the headers suggest. `columnsOf` names the other list it was remembered from.
 */
export async function rememberMapping(
  ctx: Context,
  { mapping, districtId, options }: Pick<ImportFile, "mapping" | "districtId" | "options">,
  { columns }: Table,
): Promise<{ mapping: ImportMapping; columnsOf: string | null }> {
  const saved = mapping ?? (await savedMapping(ctx, districtId, options.source));
  if (saved) return { mapping: fitMapping(saved, columns), columnsOf: null };
  const alike = await mappingOfSameHeaders(ctx, districtId, columns);
  return alike ?? { mapping: guessMapping(columns), columnsOf: null };
}

/** What the file would do, read with this mapping. */
export async function checkTable(
  ctx: Context,
  districtId: string,
  table: Table,
  mapping: ImportMapping,
  options: ImportOptions,
) {
  const district = await getDistrict(ctx.db, districtId);
  if (!district) throw new Error(`no district ${districtId}`);
  const plan = await planImport(ctx.db, district, table, { mapping, options, now: ctx.now });
  return reportPlan(district, table, mapping, plan);
}

async function savedMapping(ctx: Context, districtId: string, name: string): Promise<ImportMapping | null> {
  const [saved] = await ctx.db
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(and(eq(importMappings.districtId, districtId), eq(importMappings.name, name)));
  return saved ? ImportMapping.parse(saved.mapping) : null;
}

async function mappingOfSameHeaders(ctx: Context, districtId: string, columns: readonly string[]) {
  const [alike] = await ctx.db
    .select({ mapping: imports.mapping, options: imports.options })
    .from(imports)
    .where(
      and(
        eq(imports.districtId, districtId),
        eq(imports.status, "done"),
        sql`${imports.report} -> 'columns' = ${JSON.stringify(columns)}::jsonb`,
      ),
    )
    .orderBy(desc(imports.finishedAt))
    .limit(1);
  if (!alike) return null;
  return { mapping: ImportMapping.parse(alike.mapping), columnsOf: ImportOptions.parse(alike.options).source };
}

async function saveMapping(ctx: Context, districtId: string, name: string, mapping: ImportMapping) {
  await ctx.db
    .insert(importMappings)
    .values({ districtId, name, mapping, createdAt: ctx.now })
    .onConflictDoUpdate({ target: [importMappings.districtId, importMappings.name], set: { mapping } });
}

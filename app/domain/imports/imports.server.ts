import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { importMappings, imports } from "#db/schema/imports.ts";
import { users } from "#db/schema/people.ts";
import type { Context, Coordinator } from "../context.ts";
import { ImportMapping } from "./mapping.ts";
import { ImportOptions, reportOf } from "./report.ts";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LATEST = 50;

const undoers = alias(users, "undoers");

/** It was handed to the worker, and no job of it is left that could still bring it to an end. */
export const isStopped = sql<boolean>`(${imports.status} in ('queued', 'running') and ${imports.requestedBy} is not null
  and not exists (select 1 from graphile_worker.jobs j where j.key = 'run-import:' || ${imports.id}
    and (j.locked_at is not null or j.attempts < j.max_attempts)))`;

const SHOWN = {
  id: imports.id,
  fileName: imports.fileName,
  status: sql<typeof imports.$inferSelect.status>`case when ${isStopped} then 'failed' else ${imports.status} end`,
  rowsTotal: imports.rowsTotal,
  rowsDone: imports.rowsDone,
  createdAt: imports.createdAt,
  finishedAt: imports.finishedAt,
  requestedByName: users.name,
  undoneAt: imports.undoneAt,
  undoneByName: undoers.name,
  mapping: imports.mapping,
  options: imports.options,
  report: imports.report,
};

/** The district's import, without its file; null when there is none, or it is another district's. */
export async function getImport(ctx: Context<Coordinator>, importId: string) {
  if (!UUID.test(importId)) return null;
  const [row] = await ctx.db
    .select(SHOWN)
    .from(imports)
    .leftJoin(users, eq(users.id, imports.requestedBy))
    .leftJoin(undoers, eq(undoers.id, imports.undoneBy))
    .where(and(eq(imports.id, importId), eq(imports.districtId, ctx.actor.districtId)));
  if (!row) return null;
  return {
    ...row,
    mapping: ImportMapping.parse(row.mapping),
    options: ImportOptions.parse(row.options),
    report: reportOf(row),
  };
}

/** The district's latest imports, newest first. */
export async function listImports(ctx: Context<Coordinator>) {
  const { mapping: _mapping, report: _report, ...columns } = SHOWN;
  const rows = await ctx.db
    .select(columns)
    .from(imports)
    .leftJoin(users, eq(users.id, imports.requestedBy))
    .leftJoin(undoers, eq(undoers.id, imports.undoneBy))
    .where(eq(imports.districtId, ctx.actor.districtId))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(LATEST);
  return rows.map((row) => ({ ...row, options: ImportOptions.parse(row.options) }));
}

/** Names of the lists whose columns the district has mapped. */
export async function listKnownLists(ctx: Context<Coordinator>) {
  const rows = await ctx.db
    .select({ name: importMappings.name })
    .from(importMappings)
    .where(eq(importMappings.districtId, ctx.actor.districtId))
    .orderBy(importMappings.name);
  return rows.map(({ name }) => name);
}

import { randomUUID } from "node:crypto";
import { done, type Context, type Outcome, type System } from "../context.ts";
import { checkImport, checkTable, claimImport, rememberMapping, type ImportFile } from "./check-import.server.ts";
import type { FileProblem } from "./problems.ts";
import { readTable } from "./read-table.server.ts";
import type { ImportReport } from "./report.ts";
import { runImport } from "./run-import.server.ts";

type PostedFile = Omit<ImportFile, "idempotencyKey">;

/** What `importFile` would do; changes nothing. */
export async function previewFile(
  ctx: Context<System>,
  file: PostedFile,
): Promise<Outcome<ImportReport, FileProblem | "not_found">> {
  const table = readTable(file.bytes);
  if (!table.ok) return table;
  const { mapping } = await rememberMapping(ctx, file, table.value);
  return done(await checkTable(ctx, file.districtId, table.value, mapping, file.options));
}

/** Checks and runs a file in one go, for the command line. */
export async function importFile(
  ctx: Context<System>,
  file: PostedFile,
): Promise<Outcome<ImportReport, FileProblem | "not_found" | "not_started">> {
  const checked = await checkImport(ctx, { ...file, idempotencyKey: randomUUID() });
  if (!checked.ok) return checked;
  await claimImport(ctx, checked.value.importId);
  return runImport(ctx, checked.value.importId);
}

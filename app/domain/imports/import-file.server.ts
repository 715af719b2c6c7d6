import { randomUUID } from "node:crypto";
import type { Context, Outcome, System } from "../context.ts";
import { checkImport, claimImport, type ImportFile } from "./check-import.server.ts";
import type { FileProblem } from "./problems.ts";
import type { ImportReport } from "./report.ts";
import { runImport } from "./run-import.server.ts";

/** Checks and runs a file in one go, for the command line. */
export async function importFile(
  ctx: Context<System>,
  file: Omit<ImportFile, "idempotencyKey">,
): Promise<Outcome<ImportReport, FileProblem | "not_found" | "not_started">> {
  const checked = await checkImport(ctx, { ...file, idempotencyKey: randomUUID() });
  if (!checked.ok) return checked;
  await claimImport(ctx, checked.value.importId);
  return runImport(ctx, checked.value.importId);
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getImport } from "#app/domain/imports/imports.server.ts";
import { isError, type Problem } from "#app/domain/imports/problems.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { districtFile } from "#app/http/table-file.server.ts";

/** Every problem of an import as a file to work through beside the list itself. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const found = await getImport(ctx, idParam(args.params, "importId"));
  if (!found) throw notFound();
  return districtFile<Problem>(args, ctx, ({ t }) => ({
    name: t("imports:list.file_name"),
    parts: [found.report.problems],
    columns: [
      [t("imports:list.row"), ({ row }) => row],
      [t("imports:list.column"), ({ column }) => column],
      [t("imports:list.problem"), ({ code }) => t(`imports:problems.${code}`)],
      [t("imports:list.value"), ({ value }) => value],
      [t("imports:list.outcome"), (problem) => t(isError(problem) ? "imports:list.left_out" : "imports:list.mended")],
    ],
  }));
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getImport } from "#app/domain/imports/imports.server.ts";
import { toCsv } from "#app/domain/imports/problem-csv.ts";
import { isError } from "#app/domain/imports/problems.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { translator } from "#app/i18n/translator.ts";

/** Every problem of an import as a file to work through beside the list itself. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const found = await getImport(ctx, idParam(args.params, "importId"));
  if (!found) throw notFound();
  const t = translator(args.context.locale);
  const lines = found.report.problems.map((problem) => [
    problem.row,
    problem.column,
    t(`imports:problems.${problem.code}`),
    problem.value,
    t(isError(problem) ? "imports:list.left_out" : "imports:list.mended"),
  ]);
  const header = [
    t("imports:list.row"),
    t("imports:list.column"),
    t("imports:list.problem"),
    t("imports:list.value"),
    t("imports:list.outcome"),
  ];
  return new Response(toCsv([header, ...lines]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${t("imports:list.file_name")}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}

import { isError, type Problem } from "#app/domain/imports/problems.ts";
import type { ImportOptions, ImportReport } from "#app/domain/imports/report.ts";
import { summarize } from "#app/domain/imports/summary.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** The report of an import in lines of text, the rows that stay out first. */
export function describeReport(report: ImportReport, options: ImportOptions, t: Translate): string[] {
  const { created, updated, unchanged, skipped, rows } = report;
  const counts = [
    t("imports:summary.created", { count: created }),
    t("imports:summary.updated", { count: updated }),
    t("imports:summary.unchanged", { count: unchanged }),
    t("imports:summary.skipped", { count: skipped }),
  ];
  return [
    `${counts.join(", ")} ${t("imports:summary.of_rows", { count: rows })}.`,
    ...summarize(report, options).map(({ key, values }) => t(`imports:summary.${key}`, values)),
    ...[...report.problems]
      .sort((a, b) => Number(isError(b)) - Number(isError(a)))
      .map((problem) => describe(problem, t)),
  ];
}

function describe({ row, column, code, value }: Problem, t: Translate) {
  const problem = t(`imports:problems.${code}`);
  if (!column) return t("imports:command.problem", { row, problem });
  return t("imports:command.problem_in_column", { row, column, problem, value });
}

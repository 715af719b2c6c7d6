import type { District } from "../districts/districts.server.ts";
import type { Draft } from "./draft.ts";
import type { ImportMapping } from "./mapping.ts";
import { glimpse } from "./text-values.ts";
import { milesBetween } from "../districts/distance.ts";
import type { Plan } from "./plan-import.server.ts";
import { isError, type Problem } from "./problems.ts";
import type { Table } from "./read-table.server.ts";
import { MAX_PROBLEMS, PREVIEW_ROWS, type ImportReport, type Preview } from "./report.ts";

/** Farther than anyone goes for an afternoon. */
const FAR_MILES = 100;

/** The plan in figures, with the first rows as they will look. */
export function reportPlan(district: District, table: Table, mapping: ImportMapping, plan: Plan): ImportReport {
  const used = new Set(Object.values(mapping.columns));
  const arrive = [...plan.rows.map(({ draft }) => draft), ...plan.unchanged];
  const newNames = new Set(
    plan.rows.flatMap(({ organizationKey }) => (plan.partners.has(organizationKey) ? [] : organizationKey)),
  );
  const names = new Set(plan.rows.map(({ organizationKey }) => organizationKey));
  const updated = plan.rows.filter(({ known }) => known).length;
  return {
    encoding: table.encoding,
    columns: table.columns,
    samples: table.columns.map((_, i) => sampleOf(table, i)),
    unusedColumns: table.columns.filter((column) => !used.has(column)),
    rows: table.rows.length + table.problems.filter(isError).length,
    created: plan.rows.length - updated,
    updated,
    unchanged: plan.unchanged.length,
    skipped: new Set(plan.problems.filter(isError).map(({ row }) => row)).size,
    points: countPoints(arrive),
    farAway: arrive.filter((draft) => isFar(draft, district)).length,
    organizations: { created: newNames.size, known: names.size - newNames.size },
    shiftedDays: plan.rows.length ? plan.shiftedDays : 0,
    goneFromFile: plan.goneFromFile,
    preview: arrive.slice(0, PREVIEW_ROWS).map(previewOf),
    problems: plan.problems.slice(0, MAX_PROBLEMS),
    problemCounts: countProblems(plan.problems),
  };
}

function sampleOf({ rows }: Table, column: number) {
  const cell = rows.find(({ cells }) => cells[column]?.trim())?.cells[column] ?? "";
  return glimpse(cell, 40);
}

function countPoints(drafts: Draft[]) {
  const points = { columns: 0, location: 0, zip: 0, none: 0 };
  for (const { pointFrom } of drafts) points[pointFrom ?? "none"]++;
  return points;
}

function countProblems(problems: Problem[]) {
  const counts: ImportReport["problemCounts"] = {};
  for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function isFar({ content: { latitude, longitude } }: Draft, district: District) {
  return latitude !== null && longitude !== null && milesBetween({ latitude, longitude }, district) > FAR_MILES;
}

function previewOf({ row, organization, content }: Draft): Preview {
  const { title, summary, kind, city, state, startsOn, endsOn, closesOn, places } = content;
  return { row, organization, title, summary, kind, city, state, startsOn, endsOn, closesOn, places };
}

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { remapImport } from "#app/domain/imports/check-import.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { getImport } from "#app/domain/imports/imports.server.ts";
import { isError } from "#app/domain/imports/problems.ts";
import { summarize } from "#app/domain/imports/summary.ts";
import { isKind } from "#app/domain/opportunities/kinds.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay, sayInstant } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { CheckedImport } from "./checked-import.tsx";
import { MappingFields, mappingOf, optionsOf } from "./mapping-fields.server.ts";
import { FinishedImport, RunningImport } from "./started-import.tsx";

const PROBLEMS_A_PAGE = 50;
const TITLE = { undone: "imports:undone.title", done: "imports:done.title", checked: "imports:check.title" } as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const found = await getImport(ctx, idParam(args.params, "importId"));
  if (!found) throw notFound();
  const { id, fileName, status, rowsDone, rowsTotal, mapping, options, report, undoneAt } = found;
  const { locale } = args.context;
  const t = translator(locale);
  const { timeZone = "UTC" } = (undoneAt && (await getDistrict(ctx.db, ctx.actor.districtId))) ?? {};
  const pages = Math.max(1, Math.ceil(report.problems.length / PROBLEMS_A_PAGE));
  const asked = Math.trunc(Number(new URL(args.request.url).searchParams.get("page"))) || 1;
  const page = Math.min(Math.max(1, asked), pages);
  const { created, updated, unchanged, skipped, rows } = report;
  return {
    title: t(TITLE[undoneAt ? "undone" : status === "done" ? "done" : "checked"], { file: fileName }),
    id,
    fileName,
    status,
    rowsDone,
    rowsTotal,
    mapping,
    options,
    counts: { created, updated, unchanged, skipped, rows },
    sentences: summarize(report, options),
    columnsOf: report.columnsOf ?? null,
    undone:
      undoneAt && report.undone
        ? { ...report.undone, when: sayInstant(undoneAt, locale, timeZone), who: found.undoneByName ?? "" }
        : null,
    vouches: report.organizations.created > 0,
    columns: report.columns.map((name, i) => ({ name, sample: report.samples[i] ?? "" })),
    unusedColumns: report.unusedColumns,
    preview: report.preview.map(({ kind, startsOn, endsOn, closesOn, ...row }) => ({
      ...row,
      kind: kind && isKind(kind) ? kind : null,
      starts: startsOn && sayDay(startsOn, locale),
      ends: endsOn && endsOn !== startsOn ? sayDay(endsOn, locale) : null,
      closes: closesOn && sayDay(closesOn, locale),
    })),
    problems: report.problems
      .slice((page - 1) * PROBLEMS_A_PAGE, page * PROBLEMS_A_PAGE)
      .map((problem) => ({ ...problem, leftOut: isError(problem) })),
    problemsKept: report.problems.length,
    problemsTotal: Object.values(report.problemCounts).reduce((total, count) => total + count, 0),
    page,
    pages,
    keys: { mapping: crypto.randomUUID(), run: crypto.randomUUID() },
  };
}

/** Checks the file again with the columns and choices of the form. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const importId = idParam(args.params, "importId");
  const form = await readForm(args, MappingFields);
  if (!form.ok) return unprocessable(form);
  const outcome = await remapImport(ctx, {
    importId,
    mapping: mappingOf(form.value),
    options: optionsOf(form.value),
    idempotencyKey: form.value.idempotencyKey,
  });
  if (outcome.ok) return redirect(paths.coordinator.import(importId));
  if (outcome.refusal === "not_found") throw notFound();
  const message = translator(args.context.locale)(`imports:refusals.${outcome.refusal}`);
  return data({ lastResult: { status: "error" as const, error: { "": [message] } } }, { status: 409 });
}

export type ImportPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ImportDesk() {
  const page = useLoaderData<typeof loader>();
  const t = useT();
  if (page.status === "queued" || page.status === "running")
    return <RunningImport page={page} title={t(`imports:run.title_${page.status}`, { file: page.fileName })} />;
  return page.status === "done" ? <FinishedImport page={page} /> : <CheckedImport page={page} />;
}

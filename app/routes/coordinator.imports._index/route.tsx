import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { listImports } from "#app/domain/imports/imports.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayInstant } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadTable } from "#app/ui/download-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const [imports, district] = await Promise.all([listImports(ctx), getDistrict(ctx.db, ctx.actor.districtId)]);
  return {
    title: translator(args.context.locale)("imports:index.title"),
    imports: imports.map(({ id, fileName, status, undoneAt, rowsTotal, options, requestedByName, createdAt }) => ({
      id,
      fileName,
      status: undoneAt ? ("undone" as const) : status,
      rowsTotal,
      source: options.source,
      requestedByName,
      when: sayInstant(createdAt, args.context.locale, district?.timeZone ?? "UTC"),
    })),
  };
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["imports"][number];

const TONES: Record<Row["status"], TagTone> = {
  checked: "warning",
  queued: "info",
  running: "info",
  done: "success",
  failed: "danger",
  undone: "neutral",
};

export default function Imports() {
  const { imports } = useLoaderData<typeof loader>();
  const t = useT();
  const newImport = (
    <ButtonLink to={paths.coordinator.newImport()} icon="upload">
      {t("imports:index.new")}
    </ButtonLink>
  );
  if (imports.length === 0)
    return (
      <>
        <PageHeading title={t("imports:index.title")} lede={t("imports:index.lede")} />
        <EmptyState title={t("imports:index.empty_title")}>
          <p>{t("imports:index.empty")}</p>
          {newImport}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeading title={t("imports:index.title")} lede={t("imports:index.lede")} actions={newImport} />
      <ul
        aria-label={t("imports:index.caption")}
        className="divide-y divide-line rounded-card border border-line bg-surface"
      >
        {imports.map((row) => (
          <ImportRow key={row.id} row={row} />
        ))}
      </ul>
      <DownloadTable action={paths.coordinator.tableFile("imports")} />
    </>
  );
}

function ImportRow({ row }: { row: Row }) {
  const t = useT();
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3">
      <span className="min-w-0">
        <Link to={paths.coordinator.import(row.id)} className="font-semibold break-words">
          {row.fileName}
        </Link>
        <span className="block text-muted">
          {t("imports:index.about", {
            list: row.source,
            when: row.when,
            who: row.requestedByName ?? t("imports:index.command_line"),
          })}
        </span>
      </span>
      <span className="flex items-baseline gap-4">
        <span className="text-muted tabular-nums">{t("imports:index.row_count", { count: row.rowsTotal })}</span>
        <Tag tone={TONES[row.status]}>{t(`imports:status.${row.status}`)}</Tag>
      </span>
    </li>
  );
}

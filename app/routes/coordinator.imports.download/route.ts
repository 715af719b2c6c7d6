import type { ActionFunctionArgs } from "@remix-run/node";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { noteDownload } from "#app/domain/events/downloads.server.ts";
import { listImports } from "#app/domain/imports/imports.server.ts";
import { districtFile } from "#app/http/table-file.server.ts";

type Row = Awaited<ReturnType<typeof listImports>>[number];

/** The imported lists, as a file. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  await noteDownload(ctx, "imports");
  const imports = await listImports(ctx);
  return districtFile<Row>(args, ctx, ({ t, day }) => ({
    name: t("exchange:table.name.imports"),
    parts: [imports],
    columns: [
      [t("exchange:table.column.file"), ({ fileName }) => fileName],
      [t("exchange:table.column.list"), ({ options }) => options.source],
      [t("exchange:table.column.state"), ({ undoneAt, status }) => t(`imports:status.${undoneAt ? "undone" : status}`)],
      [t("exchange:table.column.rows"), ({ rowsTotal }) => rowsTotal],
      [t("exchange:table.column.day"), ({ createdAt }) => day(createdAt)],
      [t("records:log.who"), ({ requestedByName }) => requestedByName ?? t("imports:index.command_line")],
      [t("exchange:table.column.id"), ({ id }) => id],
    ],
  }));
}

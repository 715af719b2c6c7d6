import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { exportDistrict, noteExport } from "#app/domain/exchange/export-district.server.ts";
import { archiveDownload, writeArchive } from "#app/http/archive-writer.server.ts";

/** Everything of the district as one file; a POST, since the log notes that it was taken. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const district = await noteExport(ctx);
  const day = ctx.now.toISOString().slice(0, 10);
  return archiveDownload(`${district.slug}-${day}`, (file) =>
    writeArchive(file, { district, now: ctx.now }, (writer) => exportDistrict(ctx, writer)),
  );
}

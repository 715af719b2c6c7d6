import type { ActionFunctionArgs } from "@remix-run/node";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { noteDownload } from "#app/domain/events/downloads.server.ts";
import { readReportFilter } from "#app/domain/listings/reader-reports.ts";
import { readAllReported, type ReportedListing } from "#app/domain/listings/report-desk.server.ts";
import { readQuery } from "#app/http/forms.server.ts";
import { districtFile } from "#app/http/table-file.server.ts";

/** The reported listings as they are narrowed, as a file; what readers wrote stays on the desk. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const show = readReportFilter(await readQuery(args.request));
  await noteDownload(ctx, "reports");
  return districtFile<ReportedListing>(args, ctx, ({ t, day }) => ({
    name: t("exchange:table.name.reports"),
    parts: readAllReported(ctx, show),
    columns: [
      [t("reports:queue.listing"), ({ title }) => title],
      [t("vetting:list.partner"), ({ organization }) => organization],
      [t("exchange:table.column.state"), ({ state }) => t(`opportunity:state.${state}`)],
      [t("reports:queue.says"), ({ reasons }) => reasons.map((reason) => t(`reports:reason.${reason}`)).join(", ")],
      [t("reports:queue.count"), ({ reports }) => reports],
      [t("reports:queue.when.open"), ({ firstAt }) => day(firstAt)],
      [t("reports:queue.when.decided"), ({ lastAt }) => day(lastAt)],
      [t("exchange:table.column.id"), ({ listingId }) => listingId],
    ],
  }));
}

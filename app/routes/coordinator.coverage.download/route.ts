import type { ActionFunctionArgs } from "@remix-run/node";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { noteDownload } from "#app/domain/events/downloads.server.ts";
import { listCoverage, type CoveredPlace } from "#app/domain/matching/coverage.server.ts";
import { FEWEST_TOLD } from "#app/domain/matching/coverage.ts";
import { districtFile } from "#app/http/table-file.server.ts";

/** A line a cell: what the page does not tell, the file does not. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const places = await listCoverage(ctx);
  await noteDownload(ctx, "coverage");
  const { locale } = args.context;
  return districtFile<CoveredPlace>(args, ctx, ({ t }) => ({
    name: t("exchange:table.name.coverage"),
    parts: [places],
    columns: [
      [
        t("coordinator:coverage.pathway"),
        ({ pathway }) =>
          pathway ? (locale === "es" ? pathway.nameEs : pathway.name) : t("coordinator:coverage.no_pathway"),
      ],
      [t("coordinator:coverage.school"), ({ school }) => school?.name ?? t("coordinator:coverage.no_school")],
      [t("coordinator:coverage.students_column"), ({ cell }) => cell.students],
      [
        t("coordinator:coverage.share_column"),
        ({ cell }) => t(`coordinator:coverage.share.${cell.share}`, { fewest: FEWEST_TOLD, count: cell.served ?? 0 }),
      ],
      [t("coordinator:coverage.counted_column"), ({ countedOn }) => countedOn],
    ],
  }));
}

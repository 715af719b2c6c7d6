import type { ActionFunctionArgs } from "@remix-run/node";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { noteDownload } from "#app/domain/events/downloads.server.ts";
import { todayIn } from "#app/domain/listings/review-subject.server.ts";
import {
  readPartnerFilter,
  readPartnerSort,
  readShownPartners,
} from "#app/domain/organizations/partnership-filters.ts";
import { readAllPartnerships, type PartnershipRow } from "#app/domain/organizations/partnership-list.server.ts";
import { readQuery } from "#app/http/forms.server.ts";
import { districtFile } from "#app/http/table-file.server.ts";

/** The partners as they are narrowed and ordered, as a file. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const asked = await readQuery(args.request);
  const filter = { ...readPartnerFilter(asked), show: readShownPartners(asked) ?? ("all" as const) };
  const today = await todayIn(ctx, ctx.actor.districtId);
  await noteDownload(ctx, "partnerships");
  return districtFile<PartnershipRow>(args, ctx, ({ t, day }) => ({
    name: t("exchange:table.name.partners"),
    parts: readAllPartnerships(ctx, { filter, sort: readPartnerSort(asked), today }),
    columns: [
      [t("vetting:list.partner"), ({ name }) => name],
      [t("vetting:list.sector"), ({ sector }) => t(`opportunity:sector.${sector}`)],
      [t("exchange:table.column.city"), ({ city }) => city],
      [t("vetting:list.standing"), ({ standing }) => t(`joining:partnerships.standing.${standing}`)],
      [t("exchange:table.column.asked"), ({ requestedAt }) => day(requestedAt)],
      [t("vetting:list.until"), ({ inForceUntil }) => inForceUntil],
      [
        t("vetting:list.documents"),
        ({ isMissing, isExpiring }) =>
          [isMissing && t("vetting:list.missing"), isExpiring && t("vetting:list.expiring")].filter(Boolean).join(", "),
      ],
      [t("exchange:table.column.id"), ({ id }) => id],
    ],
  }));
}

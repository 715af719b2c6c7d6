import type { ActionFunctionArgs } from "@remix-run/node";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { noteDownload } from "#app/domain/events/downloads.server.ts";
import { readCriteria } from "#app/domain/listings/review-criteria.ts";
import { readWholeQueue, type QueueRow } from "#app/domain/listings/review-queue.server.ts";
import { isKind } from "#app/domain/opportunities/kinds.ts";
import { readQuery } from "#app/http/forms.server.ts";
import { districtFile } from "#app/http/table-file.server.ts";

/** The queue as it is narrowed and ordered, as a file. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const criteria = readCriteria(await readQuery(args.request));
  await noteDownload(ctx, "listings");
  return districtFile<QueueRow>(args, ctx, ({ t, day }) => ({
    name: t("exchange:table.name.listings"),
    parts: readWholeQueue(ctx, criteria),
    columns: [
      [t("coordinator:column.listing"), ({ title }) => title],
      [t("vetting:list.partner"), ({ organization }) => organization],
      [t("vetting:list.standing"), ({ standing, inForce }) => t(`coordinator:standing.${wordOf(standing, inForce)}`)],
      [t("coordinator:column.kind"), ({ kind }) => kind && isKind(kind) && t(`opportunity:kind.${kind}`)],
      [t("exchange:table.column.state"), ({ state }) => t(`opportunity:state.${state}`)],
      [t("exchange:table.column.edit"), ({ isEdit }) => isEdit && t("coordinator:edit_tag")],
      [t("queue:column.whose"), ({ assignedTo }) => assignedTo],
      [t("coordinator:column.age"), ({ submittedAt }) => day(submittedAt)],
      [t("exchange:table.column.confirmed"), ({ confirmedAt }) => day(confirmedAt)],
      [t("coordinator:column.closes"), ({ closesOn }) => closesOn],
      [t("queue:filters.rules"), ({ found }) => found.map((kind) => t(`queue:filters.found.${kind}`)).join(", ")],
      [t("exchange:table.column.labels"), ({ labels }) => labels.join(", ")],
      [t("exchange:table.column.id"), ({ id }) => id],
    ],
  }));
}

/** An approval that is not in force has run out. */
const wordOf = (standing: QueueRow["standing"], inForce: boolean) =>
  inForce ? "in_force" : standing === "approved" ? "over" : (standing ?? "none");

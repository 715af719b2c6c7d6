import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePartner } from "#app/auth/guards.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { noteDownload } from "#app/domain/events/downloads.server.ts";
import { readOfferedLines, type OfferedLine } from "#app/domain/listings/offered-lines.server.ts";
import { FEW_VIEWS } from "#app/domain/listings/views.ts";
import { isKind } from "#app/domain/opportunities/kinds.ts";
import { countByState } from "#app/domain/opportunities/opportunities.server.ts";
import { readQuery } from "#app/http/forms.server.ts";
import { tableFile } from "#app/http/table-file.server.ts";
import { translator } from "#app/i18n/translator.ts";

/** What the partner offers, as it is narrowed, as a file. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const asked = await readQuery(args.request);
  const t = translator(args.context.locale);
  const [district, state] = [asked.get("district"), asked.get("state")];
  const where = (await countByState(ctx)).find((count) => count.district === district && count.state === state) ?? null;
  await noteDownload(ctx, "offered");
  return tableFile<OfferedLine>({
    name: t("exchange:table.name.listings"),
    day: localDate(ctx.now, "UTC"),
    parts: readOfferedLines(ctx, where),
    columns: [
      [t("coordinator:column.listing"), ({ opportunity }) => opportunity.title],
      [t("exchange:table.column.organization"), ({ opportunity }) => opportunity.organizationName],
      [
        t("coordinator:column.kind"),
        ({ opportunity: { kind } }) => kind && isKind(kind) && t(`opportunity:kind.${kind}`),
      ],
      [t("exchange:table.column.district"), ({ offer }) => offer && offer.districtName],
      [
        t("exchange:table.column.state"),
        ({ offer }) => (offer ? t(`opportunity:state.${offer.state}`) : t("partner:home.not_offered")),
      ],
      [t("coordinator:column.closes"), ({ offer }) => offer && offer.closesOn],
      [t("exchange:table.column.seen"), ({ seen }) => unlessFew(seen)],
      [t("site:saved.column"), ({ saved }) => unlessFew(saved)],
    ],
  });
}

/** A small number could tell who it was. */
const unlessFew = (count: number) => (count > 0 && count < FEW_VIEWS ? `< ${FEW_VIEWS}` : count);

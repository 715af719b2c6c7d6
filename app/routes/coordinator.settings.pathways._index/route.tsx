import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { listPathways } from "#app/domain/districts/districts.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SettingsRows } from "#app/ui/settings/settings-rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const pathways = await listPathways(ctx.db, ctx.actor.districtId, { retiredToo: true });
  return {
    title: translator(args.context.locale)("settings:pages.pathways.title"),
    pathways: pathways.map(({ id, name, nameEs, subClusters, retiredAt }) => ({
      ...{ id, name, nameEs },
      areas: subClusters.length,
      isRetired: retiredAt !== null,
    })),
  };
}

export default function Pathways() {
  const { title, pathways } = useLoaderData<typeof loader>();
  const t = useT();
  const add = (
    <ButtonLink to={paths.coordinator.settings.newPathway()} icon="plus">
      {t("settings:pathways.add")}
    </ButtonLink>
  );
  if (pathways.length === 0)
    return (
      <>
        <PageHeading title={title} lede={t("settings:pathways.lede")} />
        <EmptyState title={t("settings:pathways.empty")}>{add}</EmptyState>
      </>
    );
  return (
    <>
      <PageHeading title={title} lede={t("settings:pathways.lede")} actions={add} />
      <SettingsRows
        rows={pathways.map(({ id, name, nameEs, areas, isRetired }) => ({
          to: paths.coordinator.settings.pathway(id),
          name,
          detail: [nameEs, t("settings:pathways.areas_count", { count: areas })].join(" · "),
          isRetired,
        }))}
      />
    </>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { listSchools } from "#app/domain/districts/districts.server.ts";
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
  const schools = await listSchools(ctx.db, ctx.actor.districtId, { retiredToo: true });
  return {
    title: translator(args.context.locale)("settings:pages.schools.title"),
    schools: schools.map(({ id, name, city, zip, dayStartsAt, dayEndsAt, retiredAt }) => ({
      ...{ id, name, city, zip },
      bells: { starts: dayStartsAt.slice(0, 5), ends: dayEndsAt.slice(0, 5) },
      isRetired: retiredAt !== null,
    })),
  };
}

export default function Schools() {
  const { title, schools } = useLoaderData<typeof loader>();
  const t = useT();
  const add = (
    <ButtonLink to={paths.coordinator.settings.newSchool()} icon="plus">
      {t("settings:schools.add")}
    </ButtonLink>
  );
  if (schools.length === 0)
    return (
      <>
        <PageHeading title={title} lede={t("settings:schools.lede")} />
        <EmptyState title={t("settings:schools.empty")}>{add}</EmptyState>
      </>
    );
  return (
    <>
      <PageHeading title={title} lede={t("settings:schools.lede")} actions={add} />
      <SettingsRows
        rows={schools.map(({ id, name, city, zip, bells, isRetired }) => ({
          to: paths.coordinator.settings.school(id),
          name,
          detail: [`${city} ${zip}`, t("settings:schools.bells", bells)].join(" · "),
          isRetired,
        }))}
      />
    </>
  );
}

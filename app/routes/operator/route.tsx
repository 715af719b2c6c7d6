import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { currentPerson, requireOperator } from "#app/auth/guards.server.ts";
import { countStuck } from "#app/domain/operations/health.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { DeskLayout, type DeskLink } from "#app/ui/desk-layout.tsx";

export const handle = { hydrate: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOperator(args);
  const [person, waiting] = await Promise.all([currentPerson(args), countStuck(ctx)]);
  return { name: person?.name ?? "", email: person?.email ?? "", waiting };
}

/** Whoever runs the platform: is all well, what got stuck, who is on it. Nobody's data in passing. */
export default function OperatorDesk() {
  const { name, email, waiting } = useLoaderData<typeof loader>();
  const t = useT();
  const nav: DeskLink[] = [
    { to: paths.operator.home(), label: t("operator:nav.health"), icon: "monitor", end: true },
    { to: paths.operator.jobs(), label: t("operator:nav.jobs"), icon: "list", count: waiting.jobs },
    { to: paths.operator.mail(), label: t("operator:nav.mail"), icon: "mail", count: waiting.mails },
    { to: paths.operator.districts(), label: t("people:nav.districts"), icon: "building-2" },
    { to: paths.operator.regions(), label: t("front:regions.nav"), icon: "network" },
  ];
  return (
    <DeskLayout title={t("operator:nav.title")} nav={nav} account={{ name, detail: email }}>
      <Outlet />
    </DeskLayout>
  );
}

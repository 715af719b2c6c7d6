import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { currentPerson, requireOperator } from "#app/auth/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { DeskLayout, type DeskLink } from "#app/ui/desk-layout.tsx";

export const handle = { hydrate: true };

export async function loader(args: LoaderFunctionArgs) {
  await requireOperator(args);
  const person = await currentPerson(args);
  return { name: person?.name ?? "", email: person?.email ?? "" };
}

/** Whoever runs the platform: is all well, what got stuck, who is on it. Nobody's data in passing. */
export default function OperatorDesk() {
  const { name, email } = useLoaderData<typeof loader>();
  const t = useT();
  const nav: DeskLink[] = [{ to: paths.operator.home(), label: t("operator:nav.health"), icon: "monitor", end: true }];
  return (
    <DeskLayout title={t("operator:nav.title")} nav={nav} account={{ name, detail: email }}>
      <Outlet />
    </DeskLayout>
  );
}

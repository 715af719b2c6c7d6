import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { currentPerson, requirePartner } from "#app/auth/guards.server.ts";
import { listOwnOrganizations } from "#app/domain/organizations/partnerships.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { DeskLayout } from "#app/ui/desk-layout.tsx";

export const handle = { hydrate: true };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  const [person, organizations] = await Promise.all([currentPerson(args), listOwnOrganizations(ctx)]);
  const names = organizations.map((organization) => organization.name);
  return { name: person?.name ?? "", email: person?.email ?? "", names };
}

export default function PartnerDesk() {
  const { name, email, names } = useLoaderData<typeof loader>();
  const t = useT();
  const only = names.length === 1 ? names[0] : undefined;
  const nav = [
    { to: paths.partner.home(), label: t("partner:nav.mine"), icon: "house", end: true },
    { to: paths.partner.newOpportunity(), label: t("partner:nav.new"), icon: "plus" },
    { to: paths.partner.organizations(), label: t("profile:nav"), icon: "map-pin" },
    { to: paths.partner.people(), label: t("people:nav.organization"), icon: "users" },
    { to: paths.partner.partnerships(), label: t("joining:nav.districts"), icon: "shield-check" },
  ] as const;
  return (
    <DeskLayout
      title={only ?? t("partner:desk.title")}
      nav={nav}
      account={{ name, detail: [email, ...names].join(" · ") }}
    >
      <Outlet />
    </DeskLayout>
  );
}

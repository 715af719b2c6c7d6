import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { currentPerson, homeOf, requirePerson } from "#app/auth/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { DeskLayout, type DeskLink } from "#app/ui/desk-layout.tsx";
import { SaveForm } from "#app/ui/saved/save-button.tsx";

export const handle = { hydrate: true };

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args);
  const person = await currentPerson(args);
  return {
    family: person?.studentOf ? ("student" as const) : person?.parentOf ? ("parent" as const) : null,
    name: person?.name ?? "",
    email: person?.email ?? "",
    desk: person ? homeOf(person) : paths.account.home(),
  };
}

/** Everyone's own account, whatever their roles: who they are here, how they sign in, what we write and keep. */
export default function Account() {
  const { family, name, email, desk } = useLoaderData<typeof loader>();
  const t = useT();
  const nav: DeskLink[] = [
    { to: paths.account.home(), label: t("account:nav.profile"), icon: "users", end: true },
    { to: paths.account.security(), label: t("account:nav.security"), icon: "shield-check" },
    { to: paths.account.saved(), label: t("site:saved.title"), icon: "bookmark" },
    { to: paths.account.searches(), label: t("saved:account.title"), icon: "search" },
    { to: paths.account.mail(), label: t("account:nav.mail"), icon: "mail" },
    { to: paths.account.privacy(), label: t("account:nav.privacy"), icon: "file-text" },
  ];
  if (family)
    nav.splice(
      1,
      0,
      { to: paths.account.forYou(), label: t("learner:for_you.title"), icon: "compass" },
      ...(family === "student"
        ? [{ to: paths.account.profile(), label: t("learner:profile.title"), icon: "pencil" } as const]
        : []),
      { to: paths.account.family(), label: t("joining:family.title"), icon: "hand-heart" },
    );
  if (desk !== paths.account.home())
    nav.unshift({ to: desk, label: t("account:nav.desk"), icon: "arrow-left", end: true });
  return (
    <DeskLayout title={t("account:nav.title")} nav={nav} account={{ name, detail: email }}>
      <Outlet />
      <SaveForm />
    </DeskLayout>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { listProviders } from "#app/auth/identity-providers.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Tag } from "#app/ui/tag.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const providers = await listProviders(ctx);
  return {
    title: translator(args.context.locale)("people:providers.title"),
    providers: providers.map(({ disabledAt, ...provider }) => ({ ...provider, isOn: disabledAt === null })),
  };
}

export default function SignInProviders() {
  const { title, providers } = useLoaderData<typeof loader>();
  const t = useT();
  const add = (
    <ButtonLink to={paths.coordinator.newProvider()} icon="plus">
      {t("people:providers.add")}
    </ButtonLink>
  );
  if (providers.length === 0)
    return (
      <>
        <PageHeading title={title} lede={t("people:providers.lede")} />
        <EmptyState title={t("people:providers.empty")}>
          <p>{t("people:providers.empty_more")}</p>
          {add}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeading title={title} lede={t("people:providers.lede")} actions={add} />
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {providers.map(({ id, name, kind, issuer, isOn, people }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3">
            <span className="min-w-0">
              <Link to={paths.coordinator.provider(id)} className="font-semibold break-words">
                {name}
              </Link>
              <span className="block text-muted break-all">
                {t(`people:providers.kind.${kind}`)} · {issuer}
              </span>
            </span>
            <span className="flex flex-wrap items-center gap-3">
              <span className="text-muted">{t("people:providers.people", { count: people })}</span>
              <Tag tone={isOn ? "success" : "neutral"}>{t(isOn ? "people:providers.on" : "people:providers.off")}</Tag>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOffered } from "#app/auth/identity-providers.server.ts";
import { paths } from "#app/http/paths.ts";
import { safeNext } from "#app/http/safe-next.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { EntryCard } from "#app/ui/entry-card.tsx";
import { Icon } from "#app/ui/icon.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const offered = await listOffered(context.db);
  const districts = [...new Map(offered.map(({ districtId, district }) => [districtId, district]))];
  return {
    title: translator(context.locale)("security:school.entry_title"),
    next: safeNext(new URL(request.url).searchParams.get("next")),
    districts: districts.map(([id, name]) => ({
      ...{ id, name },
      providers: offered.filter(({ districtId }) => districtId === id).map(({ id, name }) => ({ id, name })),
    })),
  };
}

export default function SchoolEntry() {
  const { title, next, districts } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <EntryCard
      title={title}
      lede={t("security:school.entry_lede")}
      below={<a href={paths.signIn(locale, next ?? undefined)}>{t("security:school.other_way")}</a>}
    >
      {districts.length === 0 && <p>{t("security:school.nobody")}</p>}
      {districts.map(({ id, name, providers }) => (
        <section key={id} aria-labelledby={`district-${id}`} className="not-first:mt-6">
          <h2 id={`district-${id}`} className="text-lg">
            {name}
          </h2>
          <ul className="mt-2 grid gap-2">
            {providers.map((provider) => (
              <li key={provider.id}>
                <a className="btn btn-secondary w-full" href={paths.schoolEntry(locale, provider.id, next)}>
                  <Icon name="log-in" />
                  {provider.name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </EntryCard>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requirePerson } from "#app/auth/guards.server.ts";
import { listSchools } from "#app/auth/school-entry.server.ts";
import { paths, SIGN_IN_PROBLEMS } from "#app/http/paths.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const { locale } = args.context;
  const asked = new URL(args.request.url).searchParams.get("problem");
  const schools = await listSchools(ctx);
  return {
    title: translator(locale)("security:school.title"),
    problem: SIGN_IN_PROBLEMS.find((known) => known === asked) ?? null,
    schools: schools.map(({ id, name, since }) => ({
      ...{ id, name },
      since: since && sayDay(since.toISOString().slice(0, 10), locale),
    })),
  };
}

export default function SchoolSignIn() {
  const { title, problem, schools } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("security:school.lede")} />
      {problem && (
        <Notice tone="danger" live>
          {t(`security:step.problem.${problem}`)}
        </Notice>
      )}
      {schools.length === 0 && <Notice>{t("security:school.none")}</Notice>}
      <ul className="divide-y divide-line rounded-card border border-line bg-surface empty:hidden">
        {schools.map(({ id, name, since }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3">
            <span>
              <span className="block font-semibold">{name}</span>
              <span className="text-muted">
                {since ? t("security:school.since", { day: since }) : t("security:school.off")}
              </span>
            </span>
            {since ? (
              <Form method="post" action={paths.account.schoolUnlinking()}>
                <input type="hidden" name="providerId" value={id} />
                <Button variant="secondary">{t("security:school.unlink")}</Button>
              </Form>
            ) : (
              <a className="btn btn-secondary" href={paths.schoolLink(id)}>
                {t("security:school.link")}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

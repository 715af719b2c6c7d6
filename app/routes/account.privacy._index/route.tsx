import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "#app/auth/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args);
  return { title: translator(args.context.locale)("account:nav.privacy") };
}

export default function YourData() {
  const { title } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="max-w-2xl">
      <PageHeading title={title} lede={t("account:privacy.lede")} />
      <section aria-labelledby="export">
        <h2 id="export">{t("account:export.title")}</h2>
        <p className="mb-3">{t("account:export.about")}</p>
        <ButtonLink to={paths.account.export()} variant="secondary" icon="eye">
          {t("account:export.look")}
        </ButtonLink>
      </section>
      <section className="mt-10" aria-labelledby="kept">
        <h2 id="kept">{t("account:privacy.kept")}</h2>
        <p>{t("account:privacy.kept_about")}</p>
        <a href={paths.privacy(useLocale())}>{t("account:privacy.kept_link")}</a>
      </section>
      <section className="mt-10" aria-labelledby="deletion">
        <h2 id="deletion">{t("account:deletion.title")}</h2>
        <p className="mb-3">{t("account:deletion.about")}</p>
        <ButtonLink to={paths.account.deletion()} variant="danger" icon="trash-2">
          {t("account:deletion.begin")}
        </ButtonLink>
      </section>
    </div>
  );
}

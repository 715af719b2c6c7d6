import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function loader({ context }: LoaderFunctionArgs) {
  return { title: translator(context.locale)("people:age.not_yet.title") };
}

/** For whoever is too young for an account: what they can do without one, which is nearly everything. */
export default function NotYet() {
  const { title } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("people:age.not_yet.lede")} />
      <p className="mb-4">{t("people:age.not_yet.nothing_kept")}</p>
      <ButtonLink to={paths.home(useLocale())}>{t("people:age.not_yet.list")}</ButtonLink>
    </>
  );
}

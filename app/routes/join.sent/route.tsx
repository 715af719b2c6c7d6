import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** `outbox` names the page that keeps a developer's mail. */
export function loader({ context }: LoaderFunctionArgs) {
  return { title: translator(context.locale)("joining:sent.title"), outbox: context.outbox };
}

/** The same whether the address had an account or not. */
export default function MailIsOnItsWay() {
  const { outbox } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHeading title={t("joining:sent.title")} lede={t("joining:sent.lede")} />
      <ul className="measure list-disc ps-5">
        <li>{t("joining:sent.where")}</li>
        <li>{t("joining:sent.how_long")}</li>
        <li>
          {t("joining:sent.nothing")} <a href={paths.join.home(locale)}>{t("joining:sent.again")}</a>
        </li>
      </ul>
      {outbox && (
        <p className="mt-6">
          <a href="/dev/mail">{t("joining:sent.outbox")}</a>
        </p>
      )}
    </>
  );
}

import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { currentPerson, homeOf } from "#app/auth/guards.server.ts";
import { answerSignUp, NewAccount } from "#app/auth/sign-up-response.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { NewAccountFields } from "#app/ui/new-account-fields.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const person = await currentPerson(args);
  if (person) throw redirect(homeOf(person));
  return { title: translator(args.context.locale)("joining:partner.title"), idempotencyKey: crypto.randomUUID() };
}

export const action = (args: ActionFunctionArgs) => answerSignUp(args, NewAccount, () => ({ as: "partner" }));

export default function JoinAsPartner() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ name: string; email: string; password: string }>({ id: "join", lastResult });
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHeading title={t("joining:partner.title")} lede={t("joining:partner.lede")} />
      <ol className="mb-8 measure list-decimal ps-5 text-muted">
        <li>{t("joining:partner.step_account")}</li>
        <li>{t("joining:partner.step_organization")}</li>
        <li>{t("joining:partner.step_districts")}</li>
      </ol>
      <form method="post" action={paths.join.partner(locale)} {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <NewAccountFields fields={fields} />
        <Button>{t("joining:create_account")}</Button>
      </form>
      <p className="mt-6">
        {t("joining:choose.have_account")} <a href={paths.signIn(locale)}>{t("nav.sign_in")}</a>
      </p>
    </>
  );
}

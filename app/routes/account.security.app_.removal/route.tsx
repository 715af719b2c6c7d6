import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { removeApp } from "#app/auth/authenticator-app.server.ts";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { demandedFrom, mayBeWithout } from "#app/auth/second-factor-demand.server.ts";
import { getSecurity } from "#app/auth/security-overview.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const Removal = z.object({
  code: z.string().min(1).max(40),
  password: z.string().max(1000).default(""),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const [security, person] = await Promise.all([getSecurity(ctx), currentPerson(args)]);
  if (!security.hasApp) throw notFound();
  const isLast = security.passkeys === 0;
  return {
    title: translator(args.context.locale)("security:app.remove.title"),
    isLast,
    asksPassword: isLast && security.hasPassword,
    isDemanded: isLast && !!person && (await demandedFrom(ctx.db, person)) !== null,
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const { context } = args;
  const form = await readForm(args, Removal, { secrets: ["password", "code"] });
  if (!form.ok) return unprocessable(form);
  const wait = await countTry(context, "code", ctx.actor.userId);
  if (wait) return tooManyTries(context, {}, wait);
  const { code, password, idempotencyKey } = form.value;
  const person = await currentPerson(args);
  const mayBeLast = await mayBeWithout(ctx, person!, password);
  const outcome = await removeApp(ctx, context.keys, { code, idempotencyKey, mayBeLast });
  if (outcome.ok) return redirect(paths.account.security());
  return conflict({}, translator(context.locale)(`security:app.refused.${outcome.refusal}`));
}

export default function RemoveApp() {
  const { title, isLast, asksPassword, isDemanded, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ code: string; password: string }>({ id: "removal", lastResult });
  const t = useT();
  const back = (
    <ButtonLink to={paths.account.app()} variant="secondary">
      {t("security:app.remove.keep")}
    </ButtonLink>
  );
  if (isDemanded)
    return (
      <>
        <PageHeading title={title} />
        <Notice tone="warning">{t("security:app.refused.demanded")}</Notice>
        {back}
      </>
    );
  return (
    <>
      <PageHeading title={title} lede={t(isLast ? "security:app.remove.last" : "security:app.remove.lede")} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ code: t("security:app.code"), password: t("security:app.password") }} />
        <IdempotencyKey value={idempotencyKey} />
        <TextField
          field={fields.code}
          label={t("security:app.code")}
          help={t("security:app.remove.code_help")}
          autoComplete="one-time-code"
          maxLength={40}
          required
          short
        />
        {asksPassword && (
          <PasswordField
            field={fields.password}
            label={t("security:app.password")}
            help={t("security:app.remove.why")}
          />
        )}
        <div className="flex flex-wrap gap-3">
          <Button variant="danger">{t("security:app.remove.button")}</Button>
          {back}
        </div>
      </Form>
    </>
  );
}

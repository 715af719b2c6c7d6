import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { countFactors, getPasskey, removePasskey } from "#app/auth/passkeys.server.ts";
import { mayBeWithout } from "#app/auth/second-factor-demand.server.ts";
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
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";

const Removal = z.object({ password: z.string().max(1000).default(""), idempotencyKey: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const passkey = await getPasskey(ctx, args.params.passkeyId ?? "");
  if (!passkey) throw notFound();
  const [factors, { hasPassword }] = await Promise.all([countFactors(ctx), getSecurity(ctx)]);
  return {
    title: translator(args.context.locale)("security:passkeys.removal.title", { name: passkey.name }),
    isLast: factors === 1,
    asksPassword: factors === 1 && hasPassword,
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const { context } = args;
  const form = await readForm(args, Removal, { secrets: ["password"] });
  if (!form.ok) return unprocessable(form);
  const wait = await countTry(context, "code", ctx.actor.userId);
  if (wait) return tooManyTries(context, {}, wait);
  const { password, idempotencyKey } = form.value;
  const person = await currentPerson(args);
  const mayBeLast = await mayBeWithout(ctx, person!, password);
  const outcome = await removePasskey(ctx, { id: args.params.passkeyId ?? "", idempotencyKey, mayBeLast });
  if (outcome.ok) return redirect(paths.account.passkeys());
  if (outcome.refusal === "not_found") throw notFound();
  return conflict({}, translator(context.locale)(`security:passkeys.refused.${outcome.refusal}`));
}

export default function RemovePasskey() {
  const { title, isLast, asksPassword, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ password: string }>({ id: "removal", lastResult });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t(isLast ? "security:app.remove.last" : "security:passkeys.removal.lede")} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ password: t("security:app.password") }} />
        <IdempotencyKey value={idempotencyKey} />
        {asksPassword && (
          <PasswordField
            field={fields.password}
            label={t("security:app.password")}
            help={t("security:app.remove.why")}
          />
        )}
        <div className="flex flex-wrap gap-3">
          <Button variant="danger">{t("security:passkeys.removal.button")}</Button>
          <ButtonLink to={paths.account.passkeys()} variant="secondary">
            {t("security:app.remove.keep")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

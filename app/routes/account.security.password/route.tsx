import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { confirmationOf, confirmPerson } from "#app/auth/confirming.server.ts";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { changePassword, passwordHolder } from "#app/auth/password-change.server.ts";
import { passwordProblems } from "#app/auth/password-problems.server.ts";
import { hashPassword } from "#app/auth/passwords.server.ts";
import { leastCharacters, sayPasswordProblems } from "#app/domain/people/password-rules.ts";
import { readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { NewPasswordField, PasswordField } from "#app/ui/password-field.tsx";

const Change = z.object({
  currentPassword: z.string().max(1024).optional(),
  password: z.string().max(2048),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const { context } = args;
  const person = (await currentPerson(args))!;
  const holder = await passwordHolder(context, ctx.actor.userId);
  const hasPassword = holder.passwordHash !== null;
  return {
    ...{ hasPassword, least: leastCharacters(holder), hasSecondFactor: holder.hasSecondFactor },
    asks: await confirmationOf(context, person),
    isDone: new URL(args.request.url).searchParams.has("changed"),
    title: translator(context.locale)(hasPassword ? "security:password.title" : "security:password.title_first"),
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const { context } = args;
  const t = translator(context.locale);
  const form = await readForm(args, Change, { secrets: ["currentPassword", "password"] });
  if (!form.ok) return unprocessable(form);
  const { currentPassword, password, idempotencyKey } = form.value;
  const person = (await currentPerson(args))!;
  const holder = await passwordHolder(context, ctx.actor.userId);
  const problems = passwordProblems(password, holder, holder);
  if (problems.length > 0)
    return unprocessable({ lastResult: refusedForm({}, sayPasswordProblems(t, problems, holder), "password") });
  const confirmed = await confirmPerson(context, person, currentPassword);
  if (!confirmed.ok)
    return unprocessable({
      lastResult: refusedForm({}, t(`security:confirm.${confirmed.refusal}`), "currentPassword"),
    });
  const passwordHash = await hashPassword(password);
  await changePassword(ctx, { passwordHash, sessionId: person.session.id, idempotencyKey });
  return redirect(`${paths.account.password()}?changed`);
}

export default function Password() {
  const { title, hasPassword, hasSecondFactor, least, asks, isDone, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<z.input<typeof Change>>({ id: "password", lastResult });
  const locale = useLocale();
  const t = useT();
  if (asks === "sign_in_again")
    return (
      <>
        <PageHeading title={title} lede={t("security:confirm.sign_in_again")} />
        <ButtonLink to={paths.signInAgain(locale, paths.account.password())}>{t("security:confirm.button")}</ButtonLink>
      </>
    );
  return (
    <>
      <PageHeading title={title} lede={t("security:password.lede")} />
      {isDone && (
        <Notice tone="success" live>
          {t("security:password.done")}
        </Notice>
      )}
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        {hasPassword && <PasswordField field={fields.currentPassword} label={t("security:password.current")} />}
        <NewPasswordField field={fields.password} label={t("security:password.new")} least={least} />
        {hasSecondFactor && <p className="field-help">{t("security:password.beside_second_factor")}</p>}
        <Button>{t("security:password.button")}</Button>
      </Form>
    </>
  );
}

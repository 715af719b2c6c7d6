import { getFormProps, useForm } from "@conform-to/react";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { describeDevice } from "#app/auth/device.ts";
import { afterEntering } from "#app/auth/entering-response.server.ts";
import { holderOfReset, resetPassword } from "#app/auth/password-change.server.ts";
import { passwordProblems } from "#app/auth/password-problems.server.ts";
import { hashPassword } from "#app/auth/passwords.server.ts";
import { leastCharacters, sayPasswordProblems } from "#app/domain/people/password-rules.ts";
import { conflict, readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EntryCard } from "#app/ui/entry-card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { NewPasswordField } from "#app/ui/password-field.tsx";

const NewPassword = z.object({ password: z.string().max(2048) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Only looks: mail programs follow links to see where they lead. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const title = translator(context.locale)("account:reset.title");
  const holder = await holderOfReset(context, params.token ?? "");
  if (!holder) return data({ title, account: null }, { status: 410 });
  return data({ title, account: { email: holder.email, least: leastCharacters(holder) } });
}

export async function action(args: ActionFunctionArgs) {
  const { context, request, params } = args;
  const t = translator(context.locale);
  const token = params.token ?? "";
  const form = await readForm(args, NewPassword, { secrets: ["password"] });
  if (!form.ok) return unprocessable(form);
  const wait = await countTry(context, "code", `reset ${token}`);
  if (wait) return tooManyTries(context, {}, wait);
  const holder = await holderOfReset(context, token);
  if (!holder) return conflict({}, t("account:reset.dead"));
  const problems = passwordProblems(form.value.password, holder, holder);
  if (problems.length > 0)
    return unprocessable({ lastResult: refusedForm({}, sayPasswordProblems(t, problems, holder), "password") });
  const passwordHash = await hashPassword(form.value.password);
  const device = describeDevice(request.headers.get("User-Agent"));
  const outcome = await resetPassword(context, { token, passwordHash, device });
  return outcome.ok ? afterEntering(context, outcome.value, null) : conflict({}, t("account:reset.dead"));
}

export default function NewPasswordByMail() {
  const { title, account } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<z.input<typeof NewPassword>>({ id: "reset", lastResult });
  const locale = useLocale();
  const t = useT();
  if (!account)
    return (
      <EntryCard title={title} lede={t("account:reset.dead")}>
        <ButtonLink to={paths.forgotPassword(locale)} icon="mail">
          {t("account:reset.again")}
        </ButtonLink>
      </EntryCard>
    );
  return (
    <EntryCard title={title} lede={t("account:reset.choose")}>
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <input type="email" name="email" value={account.email} autoComplete="username" readOnly hidden />
        <NewPasswordField field={fields.password} label={t("account:reset.password")} least={account.least} />
        <Button>{t("account:reset.button")}</Button>
      </Form>
    </EntryCard>
  );
}

import { getFormProps, useForm } from "@conform-to/react";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askingBrowser } from "#app/auth/asking-cookie.server.ts";
import { describeDevice } from "#app/auth/device.ts";
import { afterEntering } from "#app/auth/entering-response.server.ts";
import { verifyAddress, whatVerifyingTakes } from "#app/auth/verifying.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EntryCard } from "#app/ui/entry-card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";

const Proof = z.object({ password: z.string().max(1024).optional() });
const REFUSALS = {
  dead: "account:verify.dead",
  password_needed: "account:form.required",
  wrong_password: "account:verify.wrong_password",
} as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Only looks: mail programs follow links to see where they lead. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const title = translator(context.locale)("account:verify.title");
  const browserHash = askingBrowser(request, { secure: context.secureCookies });
  const takes = await whatVerifyingTakes(context, { token: params.token ?? "", browserHash });
  return data({ title, takes }, { status: takes ? 200 : 410 });
}

export async function action(args: ActionFunctionArgs) {
  const { context, request, params } = args;
  const form = await readForm(args, Proof, { secrets: ["password"] });
  if (!form.ok) return unprocessable(form);
  const token = params.token ?? "";
  const wait = await countTry(context, "code", `verify ${token}`);
  if (wait) return tooManyTries(context, {}, wait);
  const browserHash = askingBrowser(request, { secure: context.secureCookies });
  const device = describeDevice(request.headers.get("User-Agent"));
  const outcome = await verifyAddress(context, { token, browserHash, password: form.value.password, device });
  if (outcome.ok) return afterEntering(context, outcome.value, null);
  return conflict({}, translator(context.locale)(REFUSALS[outcome.refusal]));
}

export default function VerifyAddress() {
  const { title, takes } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<z.input<typeof Proof>>({ id: "verify", lastResult });
  const locale = useLocale();
  const t = useT();
  if (!takes)
    return (
      <EntryCard title={title} lede={t("account:verify.dead")}>
        <ButtonLink to={paths.signIn(locale)}>{t("account:sign_in.button")}</ButtonLink>
      </EntryCard>
    );
  const asksPassword = takes === "password";
  return (
    <EntryCard
      title={title}
      lede={t(asksPassword ? "account:verify.elsewhere" : "account:verify.here")}
      below={asksPassword && <a href={paths.forgotPassword(locale)}>{t("account:verify.forgot")}</a>}
    >
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        {asksPassword && <PasswordField field={fields.password} label={t("account:sign_in.password")} />}
        <Button icon="check">{t("account:verify.button")}</Button>
      </Form>
    </EntryCard>
  );
}

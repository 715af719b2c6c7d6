import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askingToken, browserHash } from "#app/auth/asking-cookie.server.ts";
import { askForLink } from "#app/auth/asked-links.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EntryCard } from "#app/ui/entry-card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const Asking = z.object({ email: z.email().max(254) });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const isAsked = new URL(request.url).searchParams.has("asked");
  return { isAsked, title: translator(context.locale)("account:reset.title") };
}

/** The same answer for every address, in the same time. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const form = await readForm(args, Asking);
  if (!form.ok) return unprocessable(form);
  const { email } = form.value;
  const wait = await countTry(context, "password_reset", email);
  if (wait) return tooManyTries(context, { email }, wait);
  const token = askingToken(request, { secure: context.secureCookies });
  await askForLink(context, { purpose: "reset_password", email, browserHash: browserHash(token) });
  return redirect(`${paths.forgotPassword(context.locale)}?asked`);
}

export default function ForgotPassword() {
  const { isAsked, title } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<z.input<typeof Asking>>({ id: "forgot", lastResult });
  const locale = useLocale();
  const t = useT();
  const back = <a href={paths.signIn(locale)}>{t("account:reset.back")}</a>;
  if (isAsked)
    return (
      <EntryCard title={t("account:code.title")} lede={t("account:reset.asked")} below={back}>
        <p>{t("account:code.nothing")}</p>
        <ButtonLink to={paths.forgotPassword(locale)} variant="secondary">
          {t("account:reset.again")}
        </ButtonLink>
      </EntryCard>
    );
  return (
    <EntryCard title={title} lede={t("account:reset.lede")} below={back}>
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <TextField
          field={fields.email}
          label={t("account:sign_in.email")}
          type="email"
          autoComplete="username"
          required
        />
        <Button icon="mail">{t("account:link.button")}</Button>
      </Form>
    </EntryCard>
  );
}

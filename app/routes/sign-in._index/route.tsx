import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { currentPerson, homeOf } from "#app/auth/guards.server.ts";
import { describeDevice } from "#app/auth/device.ts";
import { afterEntering } from "#app/auth/entering-response.server.ts";
import { signIn } from "#app/auth/sign-in.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { safeNext } from "#app/http/safe-next.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const Credentials = z.object({
  email: z.email().max(254),
  password: z.string().min(1).max(1000),
  next: z.string().optional(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const next = safeNext(new URL(args.request.url).searchParams.get("next"));
  const person = await currentPerson(args);
  if (person) throw redirect(next ?? homeOf(person));
  return { next, title: translator(args.context.locale)("account:sign_in.title") };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const form = await readForm(args, Credentials, { secrets: ["password"] });
  if (!form.ok) return unprocessable(form);
  const outcome = await signIn(context, {
    ...form.value,
    device: describeDevice(args.request.headers.get("User-Agent")),
  });
  if (!outcome.ok) {
    const message = translator(context.locale)("account:sign_in.wrong");
    return conflict({ email: form.value.email, next: form.value.next ?? "" }, message);
  }
  return afterEntering(context, outcome.value, form.value.next);
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm({ lastResult });
  const t = useT();
  return (
    <>
      <PageHeading title={t("account:sign_in.title")} lede={t("account:sign_in.lede")} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <input type="hidden" name="next" value={next ?? ""} />
        <TextField field={fields.email} label={t("account:sign_in.email")} type="email" autoComplete="username" />
        <TextField
          field={fields.password}
          label={t("account:sign_in.password")}
          type="password"
          autoComplete="current-password"
        />
        <Button>{t("account:sign_in.button")}</Button>
      </Form>
    </>
  );
}

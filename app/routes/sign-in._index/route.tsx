import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { currentPerson, homeOf } from "#app/auth/guards.server.ts";
import { describeDevice } from "#app/auth/device.ts";
import { afterEntering } from "#app/auth/entering-response.server.ts";
import { signIn } from "#app/auth/sign-in.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths, SIGN_IN_PROBLEMS } from "#app/http/paths.ts";
import { countTry, forgetTries, tooManyTries } from "#app/http/rate-limits.server.ts";
import { safeNext } from "#app/http/safe-next.ts";
import passkeyScript from "#app/enhance/passkey-entry.ts?worker&url";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EntryCard, OtherWays } from "#app/ui/entry-card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PasskeyEntry } from "#app/ui/passkey-entry.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const Credentials = z.object({
  email: z.email().max(254),
  password: z.string().min(1).max(1024),
  next: z.string().optional(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams;
  const next = safeNext(asked.get("next"));
  const person = await currentPerson(args);
  // Whoever is asked to sign in again, before a change that needs it, is signed in already.
  if (person && !asked.has("again")) throw redirect(next ?? homeOf(person));
  const problem = SIGN_IN_PROBLEMS.find((known) => known === asked.get("problem")) ?? null;
  return { next, problem, again: person !== null, title: translator(args.context.locale)("account:sign_in.title") };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const form = await readForm(args, Credentials, { secrets: ["password"] });
  if (!form.ok) return unprocessable(form);
  const { email, password, next = "" } = form.value;
  const wait = await countTry(context, "sign_in", email);
  if (wait) return tooManyTries(context, { email, next }, wait);
  const device = describeDevice(args.request.headers.get("User-Agent"));
  const outcome = await signIn(context, { email, password, device });
  if (!outcome.ok) return conflict({ email, next }, translator(context.locale)("account:sign_in.wrong"));
  await forgetTries(context, "sign_in", email);
  return afterEntering(context, outcome.value, next);
}

export default function SignIn() {
  const { next, problem, again } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<z.input<typeof Credentials>>({ id: "sign-in", lastResult });
  const locale = useLocale();
  const t = useT();
  return (
    <EntryCard
      title={t("account:sign_in.title")}
      lede={t(again ? "account:sign_in.again" : "account:sign_in.lede")}
      below={
        <OtherWays title={t("account:sign_in.other_ways")}>
          <PasskeyEntry script={passkeyScript} next={next} />
          <ButtonLink to={paths.schools(locale, next)} variant="secondary" icon="graduation-cap">
            {t("account:sign_in.by_school")}
          </ButtonLink>
          <ButtonLink to={paths.askForLink(locale, next)} variant="secondary" icon="mail">
            {t("account:sign_in.by_link")}
          </ButtonLink>
        </OtherWays>
      }
    >
      {problem && <Notice tone="danger">{t(`security:step.problem.${problem}`)}</Notice>}
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <input type="hidden" name="next" value={next ?? ""} />
        <TextField
          field={fields.email}
          label={t("account:sign_in.email")}
          type="email"
          autoComplete="username"
          required
        />
        <PasswordField field={fields.password} label={t("account:sign_in.password")} />
        <div className="entry-actions">
          <Button>{t("account:sign_in.button")}</Button>
          <a href={paths.forgotPassword(locale)}>{t("account:sign_in.forgot")}</a>
          <a href={paths.join.home(locale)}>{t("joining:choose.title")}</a>
        </div>
      </Form>
    </EntryCard>
  );
}

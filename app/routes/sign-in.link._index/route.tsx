import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askingCookie, askingToken, browserHash } from "#app/auth/asking-cookie.server.ts";
import { askForLink } from "#app/auth/asked-links.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { safeNext } from "#app/http/safe-next.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { EntryCard } from "#app/ui/entry-card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const Asking = z.object({ email: z.email().max(254), next: z.string().optional() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  return { next, title: translator(context.locale)("account:link.title") };
}

/** The same answer for every address, in the same time. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const form = await readForm(args, Asking);
  if (!form.ok) return unprocessable(form);
  const { email, next = "" } = form.value;
  const wait = await countTry(context, "sign_in_link", email);
  if (wait) return tooManyTries(context, { email, next }, wait);
  const secure = context.secureCookies;
  const token = askingToken(request, { secure });
  await askForLink(context, { purpose: "sign_in", email, browserHash: browserHash(token) });
  const headers = { "Set-Cookie": askingCookie(token, { secure }) };
  return redirect(paths.signInCode(context.locale, safeNext(next)), { headers });
}

export default function AskForLink() {
  const { next, title } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<z.input<typeof Asking>>({ id: "link", lastResult });
  const locale = useLocale();
  const t = useT();
  return (
    <EntryCard
      title={title}
      lede={t("account:link.lede")}
      below={<a href={paths.signIn(locale, next ?? undefined)}>{t("account:link.back")}</a>}
    >
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
        <Button icon="mail">{t("account:link.button")}</Button>
      </Form>
    </EntryCard>
  );
}

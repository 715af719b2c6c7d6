import { getFormProps, useForm } from "@conform-to/react";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askingBrowser } from "#app/auth/asking-cookie.server.ts";
import { describeDevice } from "#app/auth/device.ts";
import { afterEntering } from "#app/auth/entering-response.server.ts";
import { signInByLink } from "#app/auth/link-sign-in.server.ts";
import { lookAtLink } from "#app/auth/one-time-links.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EntryCard } from "#app/ui/entry-card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { MailCodeField } from "#app/ui/mail-code-field.tsx";

const Typed = z.object({ code: z.string().max(40).optional() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Only looks: mail programs follow links to see where they lead. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const title = translator(context.locale)("account:link.title");
  const link = await lookAtLink(context, "sign_in", params.token ?? "");
  if (!link) return data({ title, asks: "nothing" as const }, { status: 410 });
  const isSameBrowser = link.browserHash === askingBrowser(request, { secure: context.secureCookies });
  return data({ title, asks: isSameBrowser ? ("button" as const) : ("code" as const) });
}

export async function action(args: ActionFunctionArgs) {
  const { context, request, params } = args;
  const form = await readForm(args, Typed, { secrets: ["code"] });
  if (!form.ok) return unprocessable(form);
  const token = params.token ?? "";
  const wait = await countTry(context, "code", `link ${token}`);
  if (wait) return tooManyTries(context, {}, wait);
  const browserHash = askingBrowser(request, { secure: context.secureCookies });
  const device = describeDevice(request.headers.get("User-Agent"));
  const outcome = await signInByLink(context, { token, code: form.value.code ?? null, browserHash, device });
  if (outcome.ok) return afterEntering(context, outcome.value, null);
  const t = translator(context.locale);
  if (outcome.refusal === "dead") return conflict({}, t("account:link.dead"));
  return conflict({}, t(outcome.refusal === "code_needed" ? "account:code.help" : "account:code.wrong"));
}

export default function FollowLink() {
  const { title, asks } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<z.input<typeof Typed>>({ id: "link", lastResult });
  const locale = useLocale();
  const t = useT();
  if (asks === "nothing")
    return (
      <EntryCard title={title} lede={t("account:link.dead")}>
        <ButtonLink to={paths.askForLink(locale)} icon="mail">
          {t("account:code.again")}
        </ButtonLink>
      </EntryCard>
    );
  return (
    <EntryCard title={title} lede={t(asks === "code" ? "account:link.elsewhere" : "account:link.here")}>
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        {asks === "code" && <MailCodeField field={fields.code} />}
        <Button icon="log-in">{t("account:sign_in.button")}</Button>
      </Form>
    </EntryCard>
  );
}

import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askingBrowser } from "#app/auth/asking-cookie.server.ts";
import { describeDevice } from "#app/auth/device.ts";
import { afterEntering } from "#app/auth/entering-response.server.ts";
import { signInByCode } from "#app/auth/link-sign-in.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { safeNext } from "#app/http/safe-next.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { EntryCard } from "#app/ui/entry-card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { MailCodeField } from "#app/ui/mail-code-field.tsx";

const Typed = z.object({ code: z.string().max(40), next: z.string().optional() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  return { next, title: translator(context.locale)("account:code.title") };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const form = await readForm(args, Typed, { secrets: ["code"] });
  if (!form.ok) return unprocessable(form);
  const { code, next = "" } = form.value;
  const browserHash = askingBrowser(request, { secure: context.secureCookies });
  const wait = await countTry(context, "code", `browser ${browserHash ?? "none"}`);
  if (wait) return tooManyTries(context, { next }, wait);
  const device = describeDevice(request.headers.get("User-Agent"));
  const outcome = await signInByCode(context, { code, browserHash, device });
  if (!outcome.ok) return conflict({ next }, translator(context.locale)("account:code.wrong"));
  return afterEntering(context, outcome.value, next);
}

/** Where asking for a mail leads, whether or not one was sent. */
export default function TypeCode() {
  const { next, title } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<z.input<typeof Typed>>({ id: "code", lastResult });
  const locale = useLocale();
  const t = useT();
  return (
    <EntryCard
      title={title}
      lede={t("account:code.lede")}
      below={
        <>
          <p>{t("account:code.nothing")}</p>
          <p>
            <a href={paths.askForLink(locale, next)}>{t("account:code.again")}</a>
          </p>
        </>
      }
    >
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <input type="hidden" name="next" value={next ?? ""} />
        <MailCodeField field={fields.code} />
        <Button>{t("account:sign_in.button")}</Button>
      </Form>
    </EntryCard>
  );
}

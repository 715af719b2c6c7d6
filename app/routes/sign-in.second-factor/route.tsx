import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { attemptCookie, attemptToken } from "#app/auth/attempt-cookie.server.ts";
import { describeDevice } from "#app/auth/device.ts";
import { afterEntering } from "#app/auth/entering-response.server.ts";
import { getSecondStep, proveSecondStep } from "#app/auth/second-step.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import type { RequestContext } from "#app/http/load-context.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { safeNext } from "#app/http/safe-next.ts";
import passkeyScript from "#app/enhance/passkey-entry.ts?worker&url";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { EntryCard } from "#app/ui/entry-card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasskeyEntry } from "#app/ui/passkey-entry.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const Proof = z.object({ code: z.string().min(1).max(40), next: z.string().optional() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const tokenOf = ({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) =>
  attemptToken(request, { secure: context.secureCookies });

/** Nothing waits for a code in this browser, or no longer: sign in from the start. */
function startOver({ locale, secureCookies: secure }: RequestContext, next: string | null | undefined) {
  const cookie = attemptCookie("", { secure });
  return redirect(paths.signIn(locale, safeNext(next) ?? undefined), { headers: { "Set-Cookie": cookie } });
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  const step = await getSecondStep(context, tokenOf(args));
  if (!step) throw startOver(context, next);
  const { hasApp, hasPasskey } = step;
  return { title: translator(context.locale)("security:step.title"), next, hasApp, hasPasskey };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const form = await readForm(args, Proof, { secrets: ["code"] });
  if (!form.ok) return unprocessable(form);
  const { code, next } = form.value;
  const token = tokenOf(args);
  const step = await getSecondStep(context, token);
  if (!token || !step) return startOver(context, next);
  const wait = await countTry(context, "code", step.userId);
  if (wait) return tooManyTries(context, {}, wait);
  const device = describeDevice(request.headers.get("User-Agent"));
  const outcome = await proveSecondStep(context, { token, code, device });
  if (outcome.ok) return afterEntering(context, outcome.value, next);
  if (outcome.refusal === "over") return startOver(context, next);
  return conflict({ next: next ?? "" }, translator(context.locale)("security:step.wrong"));
}

export default function SecondFactor() {
  const { title, next, hasApp, hasPasskey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ code: string }>({ id: "second-factor", lastResult });
  const t = useT();
  const locale = useLocale();
  return (
    <EntryCard
      title={title}
      lede={t(hasApp ? "security:step.lede_app" : "security:step.lede_codes")}
      below={
        <>
          {hasPasskey && <PasskeyEntry script={passkeyScript} next={next} />}
          <p>
            <a href={paths.signIn(locale)}>{t("security:step.start_over")}</a>
          </p>
        </>
      }
    >
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ code: t("security:step.code") }} />
        <input type="hidden" name="next" value={next ?? ""} />
        <TextField
          field={fields.code}
          label={t("security:step.code")}
          help={t(hasApp ? "security:step.help_app" : "security:step.help_codes")}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          required
          short
        />
        <Button>{t("security:step.button")}</Button>
      </Form>
    </EntryCard>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { confirmApp, getApp } from "#app/auth/authenticator-app.server.ts";
import { confirmationOf, confirmPerson } from "#app/auth/confirming.server.ts";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { readCodes } from "#app/auth/recovery-codes.server.ts";
import { qrOfSecret, spelled } from "#app/auth/totp.server.ts";
import { conflict, readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SignInAgain } from "#app/ui/sign-in-again.tsx";
import { RecoveryCodeList } from "#app/ui/recovery-code-list.tsx";
import { AddingForm } from "./adding-form.tsx";

const FirstCode = z.object({
  code: z.string().min(1).max(40),
  currentPassword: z.string().max(1024).optional(),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const { keys, locale } = args.context;
  const t = translator(locale);
  const [app, person] = await Promise.all([getApp(ctx, keys), currentPerson(args)]);
  const site = { site: t("brand"), email: person?.email ?? "" };
  return {
    title: t("security:app.title"),
    state: app.state,
    since: app.state === "on" ? sayDay(app.since.toISOString().slice(0, 10), locale) : null,
    shown: app.state === "begun" ? { qr: qrOfSecret(app.secret, site), secret: spelled(app.secret) } : null,
    asks: app.state === "on" || !person ? ("nothing" as const) : await confirmationOf(args.context, person),
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const { context } = args;
  const form = await readForm(args, FirstCode, { secrets: ["currentPassword"] });
  if (!form.ok) return unprocessable(form);
  const wait = await countTry(context, "code", ctx.actor.userId);
  if (wait) return tooManyTries(context, {}, wait);
  const person = (await currentPerson(args))!;
  const t = translator(context.locale);
  const { currentPassword, idempotencyKey } = form.value;
  const confirmed = await confirmPerson(context, person, currentPassword);
  if (!confirmed.ok)
    return unprocessable({
      lastResult: refusedForm({}, t(`security:confirm.${confirmed.refusal}`), "currentPassword"),
    });
  const code = form.value.code.replace(/\s/g, "");
  const outcome = await confirmApp(ctx, context.keys, { code, idempotencyKey, sessionId: person.session.id });
  if (!outcome.ok) return conflict({}, t(`security:app.refused.${outcome.refusal}`));
  const { batch } = outcome.value;
  return data({ lastResult: undefined, codes: batch ? await readCodes(ctx, context.keys, batch) : null });
}

export default function AuthenticatorApp() {
  const { title, state, since, shown, asks, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  if (state === "on")
    return (
      <>
        <PageHeading title={title} lede={t("security:app.on_since", { day: since ?? "" })} />
        {answer && "codes" in answer && (
          <>
            <Notice tone="success" title={t("security:app.added")} live />
            {answer.codes && <RecoveryCodeList codes={answer.codes} />}
          </>
        )}
        <p className="mt-6 flex flex-wrap gap-3 print:hidden">
          <ButtonLink to={paths.account.security()} variant={answer ? "primary" : "secondary"}>
            {t("security:app.back")}
          </ButtonLink>
          <ButtonLink to={paths.account.appRemoval()} variant="quiet">
            {t("security:app.remove.link")}
          </ButtonLink>
        </p>
      </>
    );
  return (
    <>
      <PageHeading title={title} lede={t("security:app.lede")} />
      {asks === "sign_in_again" ? (
        <SignInAgain next={paths.account.app()} />
      ) : shown ? (
        <AddingForm
          asksPassword={asks === "password"}
          shown={shown}
          idempotencyKey={idempotencyKey}
          lastResult={answer?.lastResult}
        />
      ) : (
        <div className="measure grid gap-4">
          <ol className="list-decimal space-y-1 ps-6">
            <li>{t("security:app.steps.install")}</li>
            <li>{t("security:app.steps.scan")}</li>
            <li>{t("security:app.steps.type")}</li>
          </ol>
          <Form method="post" action={paths.account.appSecret()}>
            <Button>{t("security:app.begin")}</Button>
          </Form>
        </div>
      )}
    </>
  );
}

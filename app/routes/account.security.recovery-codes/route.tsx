import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isRecent } from "#app/auth/confirming.server.ts";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { readCodes, renewCodes } from "#app/auth/recovery-codes.server.ts";
import { getSecurity } from "#app/auth/security-overview.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SignInAgain } from "#app/ui/sign-in-again.tsx";
import { RecoveryCodeList } from "#app/ui/recovery-code-list.tsx";

const Renewal = z.object({ idempotencyKey: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const { codes: left, hasApp, passkeys } = await getSecurity(ctx);
  const { context } = args;
  const title = translator(context.locale)("security:app.codes.title");
  const person = await currentPerson(args);
  const isThem = person !== null && isRecent(person.session, context.now);
  return { isThem, title, left, isUseful: hasApp || passkeys > 0, idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const { locale, now } = args.context;
  const person = await currentPerson(args);
  // New codes open the account without the app: a browser left open must not hand them out.
  if (!person || !isRecent(person.session, now))
    throw redirect(paths.signInAgain(locale, paths.account.recoveryCodes()));
  const form = await readForm(args, Renewal);
  if (!form.ok) return unprocessable(form);
  const outcome = await renewCodes(ctx, args.context.keys, form.value);
  // The page says why: without a second factor it offers no button.
  if (!outcome.ok) return data({ codes: null }, { status: 409 });
  return { codes: await readCodes(ctx, args.context.keys, outcome.value.batch) };
}

export default function RecoveryCodes() {
  const { title, left, isUseful, isThem, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const codes = answer && "codes" in answer ? answer.codes : null;
  const t = useT();
  const back = (
    <ButtonLink to={paths.account.security()} variant="secondary">
      {t("security:app.back")}
    </ButtonLink>
  );
  if (codes)
    return (
      <>
        <PageHeading title={title} />
        <RecoveryCodeList codes={codes} />
        <p className="mt-6 print:hidden">{back}</p>
      </>
    );
  return (
    <>
      <PageHeading title={title} lede={t("security:app.codes.lede")} />
      {isUseful ? (
        <>
          <Notice tone={left < 3 ? "warning" : "info"}>{t("security:app.codes.left", { count: left })}</Notice>
          {isThem ? (
            <Form method="post" className="flex flex-wrap gap-3">
              <IdempotencyKey value={idempotencyKey} />
              <Button>{t(left > 0 ? "security:app.codes.renew" : "security:app.codes.make")}</Button>
              {back}
            </Form>
          ) : (
            <SignInAgain next={paths.account.recoveryCodes()} />
          )}
        </>
      ) : (
        <>
          <Notice>{t("security:app.codes.useless")}</Notice>
          {back}
        </>
      )}
    </>
  );
}

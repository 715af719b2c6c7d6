import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { attemptCookie, attemptToken } from "#app/auth/attempt-cookie.server.ts";
import { confirmationOf, confirmPerson } from "#app/auth/confirming.server.ts";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { register } from "#app/auth/passkey-registration.server.ts";
import { listPasskeys, LONGEST_NAME } from "#app/auth/passkeys.server.ts";
import { countCodes } from "#app/auth/recovery-codes.server.ts";
import { conflict, readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SignInAgain } from "#app/ui/sign-in-again.tsx";
import { NewPasskeyForm } from "./new-passkey-form.tsx";

const NewPasskey = z.object({
  name: z.string().trim().min(1).max(LONGEST_NAME),
  credential: z.string({ error: "security:passkeys.refused.script" }).max(20_000),
  currentPassword: z.string().max(1024).optional(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const { locale } = args.context;
  const [passkeys, codes, person] = await Promise.all([listPasskeys(ctx), countCodes(ctx), currentPerson(args)]);
  const day = (at: Date) => sayDay(at.toISOString().slice(0, 10), locale);
  return {
    title: translator(locale)("security:passkeys.title"),
    codes,
    asks: await confirmationOf(args.context, person!),
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      added: day(createdAt),
      used: lastUsedAt && day(lastUsedAt),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const { context, request } = args;
  const form = await readForm(args, NewPasskey, { secrets: ["credential", "currentPassword"] });
  if (!form.ok) return unprocessable(form);
  const secure = context.secureCookies;
  const t = translator(context.locale);
  const { currentPassword, name, credential } = form.value;
  const person = (await currentPerson(args))!;
  const confirmed = await confirmPerson(context, person, currentPassword);
  if (!confirmed.ok)
    return unprocessable({
      lastResult: refusedForm({ name }, t(`security:confirm.${confirmed.refusal}`), "currentPassword"),
    });
  const token = attemptToken(request, { secure });
  const answer = { name, credential, token, origin: context.origin, sessionId: person.session.id };
  const outcome = await register(ctx, answer);
  if (!outcome.ok) return conflict({ name }, t(`security:passkeys.refused.${outcome.refusal}`));
  return redirect(paths.account.passkeys(), { headers: { "Set-Cookie": attemptCookie("", { secure }) } });
}

export default function Passkeys() {
  const { title, passkeys, codes, asks } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("security:passkeys.lede")} />
      {passkeys.length > 0 && codes === 0 && (
        <Notice tone="warning">
          <Link to={paths.account.recoveryCodes()}>{t("security:passkeys.get_codes")}</Link>
        </Notice>
      )}
      {passkeys.length > 0 && (
        <ul className="mb-8 divide-y divide-line rounded-card border border-line bg-surface">
          {passkeys.map(({ id, name, added, used }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3">
              <span className="min-w-0">
                <span className="block font-semibold break-words">{name}</span>
                <span className="text-muted">
                  {t("security:passkeys.added", { day: added })} ·{" "}
                  {used ? t("security:passkeys.used", { day: used }) : t("security:passkeys.unused")}
                </span>
              </span>
              <Link to={paths.account.passkey(id)} className="inline-flex min-h-11 items-center">
                {t("security:passkeys.change")}
                <span className="visually-hidden"> {name}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {asks === "sign_in_again" ? (
        <SignInAgain next={paths.account.passkeys()} />
      ) : (
        <NewPasskeyForm key={passkeys.length} asksPassword={asks === "password"} lastResult={lastResult} />
      )}
    </>
  );
}

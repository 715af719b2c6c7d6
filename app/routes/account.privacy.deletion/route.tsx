import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ACCOUNT_MINUTES, confirmationOf, isThem } from "#app/auth/confirming.server.ts";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { sessionCookie } from "#app/auth/session-cookie.server.ts";
import { countContactOf, deleteAccount, findObstacles } from "#app/domain/people/deletion.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { ProofField } from "#app/ui/people/proof-field.tsx";

const Deletion = z.object({
  sure: z.literal("on", { error: "account:deletion.unsure" }),
  password: z.string().max(1000).optional(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const person = (await currentPerson(args))!;
  return {
    title: translator(args.context.locale)("account:deletion.title"),
    proof: await confirmationOf(ctx, person, ACCOUNT_MINUTES),
    obstacles: await findObstacles(ctx),
    contactOf: await countContactOf(ctx),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const { context } = args;
  const person = (await currentPerson(args))!;
  const form = await readForm(args, Deletion, { secrets: ["password"] });
  if (!form.ok) return unprocessable(form);
  const wait = await countTry(context, "sign_in", person.email);
  if (wait !== null) return tooManyTries(context, {}, wait);
  const t = translator(context.locale);
  if (!(await isThem(ctx, person, form.value.password, ACCOUNT_MINUTES))) return conflict({}, t("account:proof.wrong"));
  const outcome = await deleteAccount(ctx);
  if (!outcome.ok) return conflict({}, t(`account:deletion.refused.${outcome.refusal}`));
  const headers = { "Set-Cookie": sessionCookie("", { secure: context.secureCookies }) };
  return redirect(paths.accountDeleted(context.locale), { headers });
}

const STAYS = ["gone", "texts", "decisions", "log", "mail"] as const;

export default function DeleteAccount() {
  const { title, proof, obstacles, contactOf } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ sure: string; password: string }>({ id: "deletion", lastResult });
  const t = useT();
  return (
    <div className="max-w-2xl">
      <PageHeading title={title} lede={t("account:deletion.lede")} />
      <ul className="mb-5 grid list-disc gap-2 ps-5">
        {STAYS.map((each) => (
          <li key={each}>{t(`account:deletion.stays.${each}`)}</li>
        ))}
      </ul>
      {contactOf > 0 && <Notice tone="warning" title={t("account:deletion.contact_of", { count: contactOf })} />}
      {obstacles.map(({ refusal, name }) => (
        <Notice key={refusal + name} tone="danger" title={name}>
          <p>{t(`account:deletion.refused.${refusal}`)}</p>
        </Notice>
      ))}
      {obstacles.length === 0 && (
        <Form method="post" {...getFormProps(form)}>
          <ErrorSummary form={form} />
          <Checkbox field={fields.sure} label={t("account:deletion.sure")} />
          <ProofField proof={proof} field={fields.password} />
          {proof !== "sign_in_again" && (
            <Button variant="danger" icon="trash-2">
              {t("account:deletion.button")}
            </Button>
          )}
        </Form>
      )}
      <ButtonLink to={paths.account.privacy()} variant="quiet" icon="arrow-left">
        {t("account:back_to_data")}
      </ButtonLink>
    </div>
  );
}

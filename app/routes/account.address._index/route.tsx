import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { askForAddress } from "#app/auth/address-change.server.ts";
import { ACCOUNT_MINUTES, confirmationOf, isThem } from "#app/auth/confirming.server.ts";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { ProofField } from "#app/ui/people/proof-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const Address = z.object({
  email: z.email().max(254),
  password: z.string().max(1000).optional(),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePerson(args);
  const person = (await currentPerson(args))!;
  return {
    title: translator(args.context.locale)("account:address.title"),
    email: person.email,
    proof: await confirmationOf(ctx, person, ACCOUNT_MINUTES),
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const { context } = args;
  const person = (await currentPerson(args))!;
  const form = await readForm(args, Address, { secrets: ["password"] });
  if (!form.ok) return unprocessable(form);
  const { email, password, idempotencyKey } = form.value;
  const wait = await countTry(context, "sign_in", person.email);
  if (wait !== null) return tooManyTries(context, { email }, wait);
  if (!(await isThem(ctx, person, password, ACCOUNT_MINUTES)))
    return conflict({ email }, translator(context.locale)("account:proof.wrong"));
  const flooded = await countTry(context, "typed_address", email);
  if (flooded !== null) return tooManyTries(context, { email }, flooded);
  await askForAddress(ctx, { email, idempotencyKey });
  return redirect(`${paths.account.address()}?done=asked`);
}

export default function ChangeAddress() {
  const { title, email, proof, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ email: string; password: string }>({ id: "address", lastResult });
  const [asked] = useSearchParams();
  const t = useT();
  if (asked.get("done") === "asked")
    return (
      <div className="max-w-2xl">
        <PageHeading title={title} />
        <Notice tone="success" title={t("account:address.asked")} live>
          <p>{t("account:address.asked_next")}</p>
        </Notice>
        <ButtonLink to={paths.account.home()} variant="secondary">
          {t("account:back")}
        </ButtonLink>
      </div>
    );
  return (
    <div className="max-w-2xl">
      <PageHeading title={title} lede={t("account:address.lede", { email })} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <TextField
          field={fields.email}
          type="email"
          label={t("account:address.new")}
          autoComplete="email"
          required
          maxLength={254}
        />
        <ProofField proof={proof} field={fields.password} />
        {proof !== "sign_in_again" && <Button>{t("account:address.button")}</Button>}
      </Form>
    </div>
  );
}

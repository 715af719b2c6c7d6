import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { addProvider } from "#app/auth/identity-providers.server.ts";
import { PROVIDER_KINDS, type ProviderKind } from "#app/domain/people/issuers.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const NewProvider = z.object({
  kind: z.enum(PROVIDER_KINDS),
  name: z.string().trim().min(1).max(60),
  detail: z.string().trim().max(200).default(""),
  clientId: z.string().trim().min(1).max(300),
  clientSecret: z.string().trim().min(1).max(500),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  await requireAdmin(args);
  const { locale, issuers } = args.context;
  return {
    title: translator(locale)("people:providers.add_title"),
    // Without an issuer of its own, the platform knows the four.
    kinds: PROVIDER_KINDS.filter((kind) => kind !== "other" || issuers.length > 0),
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { context } = args;
  const form = await readForm(args, NewProvider, { secrets: ["clientSecret"] });
  if (!form.ok) return unprocessable(form);
  const outcome = await addProvider(ctx, context, form.value);
  if (outcome.ok) return redirect(paths.coordinator.provider(outcome.value.id));
  const { clientSecret: _secret, ...typed } = form.value;
  return conflict(typed, translator(context.locale)(`people:providers.refused.${outcome.refusal}`));
}

export default function NewSignInProvider() {
  const { title, kinds, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<z.input<typeof NewProvider>>({
    id: "provider",
    lastResult,
    defaultValue: { kind: "google" satisfies ProviderKind },
  });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("people:providers.add_lede")} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <RadioGroup
          field={fields.kind}
          legend={t("people:providers.kind_legend")}
          options={kinds.map((value) => ({ value, label: t(`people:providers.kind.${value}`) }))}
        />
        <TextField
          field={fields.name}
          label={t("people:providers.name")}
          help={t("people:providers.name_help")}
          maxLength={60}
          required
        />
        <TextField
          field={fields.detail}
          label={t("people:providers.detail")}
          help={t("people:providers.detail_help")}
          optional
        />
        <TextField field={fields.clientId} label={t("people:providers.client_id")} autoComplete="off" required />
        <TextField
          field={fields.clientSecret}
          label={t("people:providers.client_secret")}
          help={t("people:providers.secret_help")}
          type="password"
          autoComplete="off"
          required
        />
        <div className="flex flex-wrap gap-3">
          <Button>{t("people:providers.save_new")}</Button>
          <ButtonLink to={paths.coordinator.providers()} variant="secondary">
            {t("people:providers.back")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

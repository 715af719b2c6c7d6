import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { editProvider, getProvider } from "#app/auth/identity-providers.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const Edit = z.object({
  name: z.string().trim().min(1).max(60),
  clientId: z.string().trim().min(1).max(300),
  clientSecret: z.string().trim().max(500).default(""),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.provider.name }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const provider = await getProvider(ctx, idParam(args.params, "providerId"));
  if (!provider) throw notFound();
  const { id, kind, name, issuer, clientId, disabledAt } = provider;
  return {
    provider: { id, kind, name, issuer, clientId, isOn: disabledAt === null },
    returnAddress: args.context.origin + paths.schoolReturn(id),
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { context } = args;
  const id = idParam(args.params, "providerId");
  const form = await readForm(args, Edit, { secrets: ["clientSecret"] });
  if (!form.ok) return unprocessable(form);
  const outcome = await editProvider(ctx, context.keys, { id, ...form.value });
  if (outcome.ok) return redirect(paths.coordinator.providers());
  if (outcome.refusal === "not_found") throw notFound();
  const { clientSecret: _secret, ...typed } = form.value;
  return conflict(typed, translator(context.locale)(`people:providers.refused.${outcome.refusal}`));
}

export default function SignInProvider() {
  const { provider, returnAddress, idempotencyKey } = useLoaderData<typeof loader>();
  const { id, kind, name, issuer, clientId, isOn } = provider;
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<z.input<typeof Edit>>({
    id: "provider",
    lastResult,
    defaultValue: { name, clientId },
  });
  const t = useT();
  return (
    <>
      <PageHeading title={name} lede={`${t(`people:providers.kind.${kind}`)} · ${issuer}`} />
      <dl className="measure mb-6">
        <dt className="font-semibold">{t("people:providers.return")}</dt>
        <dd className="font-mono break-all">{returnAddress}</dd>
        <dd className="text-muted">{t("people:providers.return_help")}</dd>
      </dl>
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <TextField
          field={fields.name}
          label={t("people:providers.name")}
          help={t("people:providers.name_help")}
          maxLength={60}
          required
        />
        <TextField field={fields.clientId} label={t("people:providers.client_id")} autoComplete="off" required />
        <TextField
          field={fields.clientSecret}
          label={t("people:providers.new_secret")}
          help={t("people:providers.secret_stays")}
          type="password"
          autoComplete="off"
          optional
        />
        <div className="flex flex-wrap gap-3">
          <Button>{t("people:providers.save")}</Button>
          <ButtonLink to={paths.coordinator.providers()} variant="secondary">
            {t("people:providers.back")}
          </ButtonLink>
        </div>
      </Form>
      <Form method="post" action={paths.coordinator.providerPause(id)} className="mt-8">
        <p className="mb-3 text-muted">{t(isOn ? "people:providers.pause_help" : "people:providers.resume_help")}</p>
        <Button name="on" value={isOn ? "no" : "yes"} variant={isOn ? "danger" : "secondary"}>
          {t(isOn ? "people:providers.pause" : "people:providers.resume")}
        </Button>
      </Form>
    </>
  );
}

import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import { FIRST_FIELDS, firstSchema } from "#app/domain/opportunities/content.ts";
import { draftOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import { listOwnOrganizations } from "#app/domain/organizations/partnerships.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { FirstFields, type FirstField } from "#app/ui/posting/first-fields.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

const Beginning = firstSchema({
  organizationId: z.guid({ error: "partner:errors.missing.organization" }),
  idempotencyKey: z.uuid(),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requirePartner(args);
  return {
    title: translator(args.context.locale)("partner:new.title"),
    organizations: await listOwnOrganizations(ctx),
    language: args.context.locale,
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const form = await readForm(args, Beginning);
  if (!form.ok) return unprocessable(form);
  const outcome = await draftOpportunity(ctx, form.value);
  if (!outcome.ok) throw notFound();
  return redirect(`${paths.partner.preview(outcome.value.opportunityId)}?done=drafted`);
}

const addressOf = ({ street, city, state }: { street: string | null; city: string | null; state: string | null }) =>
  [street, city, state].filter(Boolean).join(", ");

/** Everything a district asks for, on one page of a phone; the rest may come later. */
export default function NewOpportunity() {
  const { organizations, language, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  const only = organizations.length === 1 ? organizations[0] : undefined;
  const [form, fields] = useForm<Record<FirstField | "organizationId", string>>({
    id: "new",
    lastResult,
    defaultValue: {
      ...{ language, organizationId: only?.id ?? "", setting: "on_site", howToAsk: t("posting:first.how_to_ask") },
      ...(only && { street: only.street, city: only.city, state: only.state, zip: only.zip }),
    },
  });
  const labels = Object.fromEntries(
    (["organizationId", ...FIRST_FIELDS] as const).map((field) => [
      field,
      t(`partner:field.${field}`).replace(/[¿?]/g, ""),
    ]),
  );
  return (
    <>
      <PageHeading title={t("partner:new.title")} lede={t("posting:first.lede")} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} labels={labels} />
        <IdempotencyKey value={idempotencyKey} />
        {only ? (
          <input type="hidden" name="organizationId" value={only.id} />
        ) : (
          <RadioGroup
            field={fields.organizationId}
            legend={t("partner:new.organization")}
            options={organizations.map((each) => ({ value: each.id, label: each.name, help: addressOf(each) }))}
          />
        )}
        <FirstFields fields={fields} errors={form.allErrors} address={only ? addressOf(only) : null} />
        <Button icon="arrow-right">{t("posting:first.button")}</Button>
      </Form>
    </>
  );
}

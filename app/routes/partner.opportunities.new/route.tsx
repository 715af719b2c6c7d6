import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import { stepSchema } from "#app/domain/opportunities/content.ts";
import { draftOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import { listOwnOrganizations } from "#app/domain/organizations/partnerships.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { BasicsFields } from "#app/ui/basics-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

const Beginning = stepSchema("basics", {
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
  return redirect(paths.partner.edit(outcome.value.opportunityId, "what"));
}

export default function NewOpportunity() {
  const { organizations, language, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const only = organizations.length === 1 ? organizations[0]?.id : undefined;
  const [form, fields] = useForm<Record<"organizationId" | "title" | "summary" | "kind" | "language", string>>({
    id: "new",
    lastResult,
    defaultValue: { language, organizationId: only ?? "" },
  });
  const t = useT();
  const labels = {
    organizationId: t("partner:field.organizationId"),
    title: t("partner:field.title"),
    summary: t("partner:field.summary"),
  };
  return (
    <>
      <PageHeading title={t("partner:new.title")} lede={t("partner:new.lede")} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} labels={labels} />
        <IdempotencyKey value={idempotencyKey} />
        {only ? (
          <input type="hidden" name="organizationId" value={only} />
        ) : (
          <RadioGroup
            field={fields.organizationId}
            legend={t("partner:new.organization")}
            options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <BasicsFields fields={fields} />
        <Button icon="arrow-right">{t("partner:new.button")}</Button>
      </Form>
    </>
  );
}

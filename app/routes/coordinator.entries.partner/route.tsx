import { getFormProps } from "@conform-to/react";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { findLikelySame } from "#app/domain/organizations/founding.server.ts";
import { introduceOrganization, introducePartner } from "#app/domain/organizations/introducing.server.ts";
import { NewOrganization } from "#app/domain/organizations/new-organization.ts";
import { readForm, refusedForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { OrganizationFields } from "#app/ui/organization-fields.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { useNewOrganization } from "#app/ui/use-new-organization.ts";
import { KnownOrganizations } from "./known-organizations.tsx";

const Known = z.object({ organizationId: z.guid(), idempotencyKey: z.uuid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return {
    title: translator(args.context.locale)("queue:entry.new_partner"),
    q: new URL(args.request.url).searchParams.get("q")?.slice(0, 100) ?? "",
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const typed = await args.request.clone().formData();
  if (typed.has("organizationId")) {
    const known = await readForm(args, Known);
    const picked = known.ok ? await introducePartner(ctx, known.value) : null;
    if (!picked?.ok) throw notFound();
    return redirect(paths.coordinator.entry(picked.value.partnershipId));
  }
  const form = await readForm(args, NewOrganization);
  if (!form.ok) return unprocessable(form);
  const outcome = await introduceOrganization(ctx, form.value);
  if (outcome.ok) return redirect(paths.coordinator.entry(outcome.value.partnershipId));
  const likely = (await findLikelySame(ctx.db, form.value)).filter(({ isLikelySame }) => isLikelySame);
  const lastResult = refusedForm(typed, translator(args.context.locale)("queue:entry.likely"));
  return data({ lastResult, likely }, { status: 409 });
}

/** An organization that phoned and is not among the district's partners; it is vetted like any other. */
export default function NewEntryPartner() {
  const { title, q, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { form, fields, likely } = useNewOrganization(answer, q);
  const t = useT();
  return (
    <>
      <p className="mb-3">
        <Link to={paths.coordinator.entries(q)}>{t("queue:entry.back")}</Link>
      </p>
      <PageHeading title={title} lede={t("queue:entry.new_partner_lede")} />
      <ErrorSummary form={form} />
      {likely.length > 0 && <KnownOrganizations organizations={likely} idempotencyKey={idempotencyKey} />}
      <Form method="post" {...getFormProps(form)}>
        <IdempotencyKey value={idempotencyKey} />
        {likely.length > 0 && <Checkbox field={fields.isNew} label={t("queue:entry.is_new")} />}
        <OrganizationFields fields={fields} isTheirs />
        <Button icon="arrow-right">{t("queue:entry.go_on")}</Button>
      </Form>
    </>
  );
}

import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { editStep, getStep } from "#app/domain/organizations/editing-steps.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { StepForm } from "#app/http/step-form.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { StepFields, type StepFieldName } from "#app/ui/vetting/step-fields.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const step = await getStep(ctx, idParam(args.params, "stepId"));
  if (!step) throw notFound();
  const { name, nameEs, documentKind, isRequired } = step;
  return {
    title: translator(args.context.locale)("vetting:steps.edit_title"),
    step: { name, nameEs: nameEs ?? "", documentKind: documentKind ?? "", isRequired: isRequired ? "on" : "" },
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const stepId = idParam(args.params, "stepId");
  const form = await readForm(args, StepForm);
  if (!form.ok) return unprocessable(form);
  const outcome = await editStep(ctx, { ...form.value, stepId });
  if (!outcome.ok) throw notFound();
  return redirect(paths.vetting.steps("saved"));
}

export default function EditStep() {
  const { title, step, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<Record<StepFieldName, string>>({ id: "step", lastResult, defaultValue: step });
  const t = useT();
  return (
    <div className="measure">
      <PageHeading title={title} lede={t("vetting:steps.edit_lede")} />
      <Form method="post" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <StepFields fields={fields} />
        <div className="flex flex-wrap gap-3">
          <Button>{t("vetting:steps.save")}</Button>
          <ButtonLink to={paths.vetting.steps()} variant="secondary">
            {t("vetting:steps.back")}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}

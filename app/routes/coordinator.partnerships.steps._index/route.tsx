import { getFormProps, useForm } from "@conform-to/react";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { addStep, listSteps } from "#app/domain/organizations/editing-steps.server.ts";
import { stepName } from "#app/domain/organizations/vetting-steps.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { StepForm } from "#app/http/step-form.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { StepFields, type StepFieldName } from "#app/ui/vetting/step-fields.tsx";
import { RetiredSteps } from "./retired-steps.tsx";
import { StepList } from "./step-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const steps = (await listSteps(ctx)).map(({ id, documentKind, isRequired, retiredAt, ...names }) => ({
    ...{ id, documentKind, isRequired, isRetired: retiredAt !== null },
    name: stepName(names, args.context.locale),
    idempotencyKey: crypto.randomUUID(),
  }));
  return {
    title: translator(args.context.locale)("vetting:steps.title"),
    asked: steps.filter(({ isRetired }) => !isRetired),
    retired: steps.filter(({ isRetired }) => isRetired),
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const typed = args.request.clone();
  const form = await readForm(args, StepForm);
  if (!form.ok) return unprocessable(form);
  const outcome = await addStep(ctx, form.value);
  if (outcome.ok) return redirect(paths.vetting.steps("added"));
  return conflict(await typed.formData(), translator(args.context.locale)(`vetting:refused.${outcome.refusal}`));
}

const DONE = ["added", "saved", "moved", "retired", "reinstated"] as const;
const PROBLEMS = ["too_many"] as const;

export default function VettingSteps() {
  const { title, asked, retired, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<Record<StepFieldName, string>>({
    id: "step",
    lastResult,
    defaultValue: { isRequired: "on" },
  });
  const [search] = useSearchParams();
  const t = useT();
  const done = DONE.find((word) => word === search.get("done"));
  const problem = PROBLEMS.find((word) => word === search.get("done"));
  return (
    <div className="measure">
      <p className="mb-3">
        <Link to={paths.coordinator.partnerships()}>{t("joining:partnerships.back")}</Link>
      </p>
      <PageHeading title={title} lede={t("vetting:steps.lede")} />
      {done && <Notice tone="success" title={t(`vetting:steps.done.${done}`)} live />}
      {problem && <Notice tone="warning" title={t(`vetting:refused.${problem}`)} live />}
      {asked.length > 0 ? (
        <StepList steps={asked} />
      ) : (
        <EmptyState title={t("vetting:steps.none")}>{t("vetting:steps.none_text")}</EmptyState>
      )}
      <section className="mt-8" aria-labelledby="add">
        <h2 id="add" className="mb-3">
          {t("vetting:steps.add_title")}
        </h2>
        <Form method="post" {...getFormProps(form)}>
          <ErrorSummary form={form} />
          <IdempotencyKey value={idempotencyKey} />
          <StepFields fields={fields} />
          <Button icon="plus">{t("vetting:steps.add")}</Button>
        </Form>
      </section>
      <RetiredSteps steps={retired} />
    </div>
  );
}

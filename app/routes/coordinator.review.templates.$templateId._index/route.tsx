import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { changeReasonTemplate, listReasonTemplates } from "#app/domain/listings/reason-templates.server.ts";
import { templateFields } from "#app/domain/listings/reason-templates.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { TemplateForm } from "#app/ui/review/template-form.tsx";

const Change = z.object({ idempotencyKey: z.uuid(), ...templateFields });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.template.name }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const templateId = idParam(args.params, "templateId");
  const template = (await listReasonTemplates(ctx)).find(({ id }) => id === templateId);
  if (!template) throw notFound();
  return { template, key: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const templateId = idParam(args.params, "templateId");
  const typed = await args.request.clone().formData();
  const form = await readForm(args, Change);
  if (!form.ok) return unprocessable(form);
  const outcome = await changeReasonTemplate(ctx, { templateId, ...form.value });
  if (outcome.ok) return redirect(paths.coordinator.templates());
  if (outcome.refusal === "not_found") throw notFound();
  return conflict(typed, translator(args.context.locale)(`queue:templates.refused.${outcome.refusal}`));
}

export default function ChangeTemplate() {
  const { template, key } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  return (
    <div className="measure">
      <p className="mb-3">
        <Link to={paths.coordinator.templates()}>{t("queue:templates.back")}</Link>
      </p>
      <PageHeading title={t("queue:templates.change_one", { name: template.name })} />
      <TemplateForm
        action={paths.coordinator.template(template.id)}
        template={template}
        idempotencyKey={key}
        lastResult={lastResult}
        button={t("queue:templates.save")}
      />
    </div>
  );
}

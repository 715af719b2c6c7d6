import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { addReasonTemplate, listReasonTemplates } from "#app/domain/listings/reason-templates.server.ts";
import { TEMPLATED, templateFields } from "#app/domain/listings/reason-templates.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { TemplateForm } from "#app/ui/review/template-form.tsx";

const NewTemplate = z.object({ idempotencyKey: z.uuid(), ...templateFields });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const templates = (await listReasonTemplates(ctx)).map((each) => ({ ...each, key: crypto.randomUUID() }));
  return { title: translator(args.context.locale)("queue:templates.title"), templates, key: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const typed = await args.request.clone().formData();
  const form = await readForm(args, NewTemplate);
  if (!form.ok) return unprocessable(form);
  const outcome = await addReasonTemplate(ctx, form.value);
  if (outcome.ok) return redirect(paths.coordinator.templates());
  return conflict(typed, translator(args.context.locale)(`queue:templates.refused.${outcome.refusal}`));
}

export default function ReasonTemplates() {
  const { title, templates, key } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const t = useT();
  return (
    <>
      <p className="mb-3">
        <Link to={paths.coordinator.review()}>{t("coordinator:detail.back")}</Link>
      </p>
      <PageHeading title={title} lede={t("queue:templates.lede")} />
      {TEMPLATED.map((decision) => (
        <section key={decision} className="mb-8" aria-labelledby={decision}>
          <h2 id={decision}>{t(`queue:templates.for.${decision}`)}</h2>
          {!templates.some((each) => each.decision === decision) && (
            <p className="text-muted">{t("queue:templates.none")}</p>
          )}
          <ul className="mt-3 grid gap-3">
            {templates
              .filter((each) => each.decision === decision)
              .map(({ id, name, reasonCode, text, key }) => (
                <li key={id} className="rounded-card border border-line bg-surface p-4">
                  <h3>{name}</h3>
                  {reasonCode && <p className="text-muted">{t(`opportunity:reason.${reasonCode}`)}</p>}
                  <p className="measure mt-1 break-words whitespace-pre-line">{text}</p>
                  <div className="mt-2 flex flex-wrap items-center gap-4">
                    <Link
                      to={paths.coordinator.template(id)}
                      className="inline-flex min-h-11 items-center"
                      aria-label={t("queue:templates.change_one", { name })}
                    >
                      {t("queue:templates.change")}
                    </Link>
                    <Form method="post" action={paths.coordinator.templateRemoval(id)}>
                      <IdempotencyKey value={key} />
                      <Button variant="quiet" icon="trash-2" aria-label={t("queue:templates.delete_one", { name })}>
                        {t("queue:templates.delete")}
                      </Button>
                    </Form>
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="new-template" className="measure">
        <h2 id="new-template" className="mb-3">
          {t("queue:templates.new")}
        </h2>
        <TemplateForm
          key={templates.length}
          action={paths.coordinator.templates()}
          idempotencyKey={key}
          lastResult={lastResult}
          button={t("queue:templates.add")}
        />
      </section>
    </>
  );
}

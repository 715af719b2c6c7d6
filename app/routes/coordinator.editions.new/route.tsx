import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { draftEdition } from "#app/domain/editions/drafting.server.ts";
import { EditionText, type EditionInput } from "#app/domain/editions/editions.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EditionFields } from "#app/ui/editions/edition-fields.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  const title = translator(args.context.locale)("editing:new.title");
  return { title, idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return answerChange(args, {
    schema: EditionText,
    verb: (input) => draftEdition(ctx, input),
    refusals: { too_many: "editing:errors.too_many" },
    next: ({ editionId }) => paths.coordinator.editions.one(editionId, "drafted"),
  });
}

export default function NewEdition() {
  const { title, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<EditionInput>({ id: "edition", lastResult });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("editing:new.lede")} />
      <Form method="post" {...getFormProps(form)} className="max-w-2xl">
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <EditionFields fields={fields} />
        <div className="flex flex-wrap gap-3">
          <Button icon="arrow-right">{t("editing:new.save")}</Button>
          <ButtonLink to={paths.coordinator.editions.all()} variant="secondary">
            {t("editing:cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

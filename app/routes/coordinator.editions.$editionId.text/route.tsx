import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getEdition } from "#app/domain/editions/desk.server.ts";
import { editEdition } from "#app/domain/editions/drafting.server.ts";
import { EditionText, type EditionInput } from "#app/domain/editions/editions.ts";
import { versionRead } from "#app/domain/listings/curation.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { EditionFields } from "#app/ui/editions/edition-fields.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.text.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const edition = await getEdition(ctx, idParam(args.params, "editionId"));
  if (!edition || edition.state === "published") throw notFound();
  const { id, title, titleEs, note, noteEs, version } = edition;
  const text: EditionInput = { title, titleEs: titleEs ?? "", note: note ?? "", noteEs: noteEs ?? "" };
  return { id, text, version, idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const editionId = idParam(args.params, "editionId");
  if (!(await getEdition(ctx, editionId))) throw notFound();
  return answerChange(args, {
    schema: EditionText.extend({ version: versionRead }),
    verb: (input) => editEdition(ctx, { ...input, editionId }),
    refusals: {
      already_published: "editing:errors.already_published",
      changed_since_read: "editing:errors.changed_since_read",
    },
    next: () => paths.coordinator.editions.one(editionId, "edited"),
  });
}

export default function EditEdition() {
  const { id, text, version, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<EditionInput>({ id: "edition", lastResult, defaultValue: text });
  const t = useT();
  return (
    <>
      <PageHeading title={text.title} lede={t("editing:text.lede")} />
      <Form method="post" {...getFormProps(form)} className="max-w-2xl">
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <input type="hidden" name="version" value={version} />
        <EditionFields fields={fields} />
        <div className="flex flex-wrap gap-3">
          <Button icon="check">{t("editing:text.save")}</Button>
          <ButtonLink to={paths.coordinator.editions.one(id)} variant="secondary">
            {t("editing:cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

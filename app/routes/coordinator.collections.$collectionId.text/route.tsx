import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { editCollection, getCollection } from "#app/domain/listings/collections.server.ts";
import { CollectionText, type CollectionInput } from "#app/domain/listings/collections.ts";
import { versionRead } from "#app/domain/listings/curation.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CollectionFields } from "#app/ui/curating/collection-fields.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.text.name }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const collection = await getCollection(ctx, idParam(args.params, "collectionId"));
  if (!collection) throw notFound();
  const { id, name, nameEs, about, aboutEs, version } = collection;
  const text: CollectionInput = { name, nameEs: nameEs ?? "", about: about ?? "", aboutEs: aboutEs ?? "" };
  return { id, text, version, idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const collectionId = idParam(args.params, "collectionId");
  if (!(await getCollection(ctx, collectionId))) throw notFound();
  return answerChange(args, {
    schema: CollectionText.extend({ version: versionRead }),
    verb: (input) => editCollection(ctx, { ...input, collectionId }),
    refusals: {
      name_taken: { field: "name", message: "curating:errors.name_taken" },
      changed_since_read: "curating:errors.changed_since_read",
    },
    next: () => paths.coordinator.collection(collectionId, "edited"),
  });
}

export default function EditCollection() {
  const { id, text, version, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<CollectionInput>({ id: "collection", lastResult, defaultValue: text });
  const t = useT();
  return (
    <>
      <PageHeading title={text.name} lede={t("curating:collections.edit_lede")} />
      <Form method="post" {...getFormProps(form)} className="max-w-2xl">
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <input type="hidden" name="version" value={version} />
        <CollectionFields fields={fields} />
        <div className="flex flex-wrap gap-3">
          <Button icon="check">{t("curating:collections.save")}</Button>
          <ButtonLink to={paths.coordinator.collection(id)} variant="secondary">
            {t("curating:collections.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

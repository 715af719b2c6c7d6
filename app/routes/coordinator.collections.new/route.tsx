import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { createCollection } from "#app/domain/listings/collections.server.ts";
import { CollectionText, type CollectionInput } from "#app/domain/listings/collections.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CollectionFields } from "#app/ui/curating/collection-fields.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  const title = translator(args.context.locale)("curating:collections.new");
  return { title, idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return answerChange(args, {
    schema: CollectionText,
    verb: (input) => createCollection(ctx, input),
    refusals: {
      name_taken: { field: "name", message: "curating:errors.name_taken" },
      too_many: "curating:errors.too_many_collections",
    },
    next: ({ collectionId }) => paths.coordinator.collection(collectionId, "created"),
  });
}

export default function NewCollection() {
  const { title, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<CollectionInput>({ id: "collection", lastResult });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("curating:collections.about")} />
      <Form method="post" {...getFormProps(form)} className="max-w-2xl">
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <CollectionFields fields={fields} />
        <div className="flex flex-wrap gap-3">
          <Button icon="plus">{t("curating:collections.create")}</Button>
          <ButtonLink to={paths.coordinator.frontPage()} variant="secondary">
            {t("curating:collections.back")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

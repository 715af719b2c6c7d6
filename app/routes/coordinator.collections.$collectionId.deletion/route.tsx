import { getFormProps, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { deleteCollection, getCollection } from "#app/domain/listings/collections.server.ts";
import { versionRead } from "#app/domain/listings/curation.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const collection = await getCollection(ctx, idParam(args.params, "collectionId"));
  if (!collection) throw notFound();
  const { id, name, version } = collection;
  const title = translator(args.context.locale)("curating:collections.delete_title", { name });
  return { id, title, version, idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const collectionId = idParam(args.params, "collectionId");
  return answerChange(args, {
    schema: z.object({ version: versionRead, idempotencyKey: z.uuid() }),
    verb: (input) => deleteCollection(ctx, { ...input, collectionId }),
    refusals: { changed_since_read: "curating:errors.changed_since_asked" },
    next: () => paths.coordinator.frontPage("deleted"),
  });
}

/** Asks before it is done. */
export default function DeleteCollection() {
  const { id, title, version, idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form] = useForm({ id: "deletion", lastResult });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("curating:collections.delete_help")} />
      <Form method="post" {...getFormProps(form)} className="max-w-2xl">
        <ErrorSummary form={form} />
        <IdempotencyKey value={idempotencyKey} />
        <input type="hidden" name="version" value={version} />
        <div className="flex flex-wrap gap-3">
          <Button variant="danger" icon="trash-2">
            {t("curating:collections.delete")}
          </Button>
          <ButtonLink to={paths.coordinator.collection(id)} variant="secondary">
            {t("curating:collections.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

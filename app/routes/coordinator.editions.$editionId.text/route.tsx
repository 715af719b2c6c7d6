import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getEdition } from "#app/domain/editions/desk.server.ts";
import { editEdition } from "#app/domain/editions/drafting.server.ts";
import { EditionText, type EditionInput } from "#app/domain/editions/editions.ts";
import { versionRead } from "#app/domain/listings/curation.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { EditionFields } from "#app/ui/editions/edition-fields.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.text.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const edition = await getEdition(ctx, idParam(args.params, "editionId"));
  if (!edition || edition.state === "published") throw notFound();
  const { id, title, titleEs, note, noteEs, version } = edition;
  const text: EditionInput = { title, titleEs: titleEs ?? "", note: note ?? "", noteEs: noteEs ?? "" };
  return { id, text, read: { version, idempotencyKey: crypto.randomUUID() } };
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
  const { id, text, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<EditionInput>({ id: "edition", lastResult, defaultValue: text });
  const t = useT();
  return (
    <>
      <PageHeading title={text.title} lede={t("editing:text.lede")} />
      <SettingsForm
        form={form}
        read={read}
        back={paths.coordinator.editions.one(id)}
        backWords={t("editing:cancel")}
        button={t("editing:text.save")}
      >
        <EditionFields fields={fields} />
      </SettingsForm>
    </>
  );
}

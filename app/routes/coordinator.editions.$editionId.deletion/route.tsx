import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { settingsForm } from "#app/domain/districts/settings.ts";
import { getEdition } from "#app/domain/editions/desk.server.ts";
import { deleteEdition } from "#app/domain/editions/drafting.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.heading }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const edition = await getEdition(ctx, idParam(args.params, "editionId"));
  if (!edition || edition.state === "published") throw notFound();
  const { id, title, version } = edition;
  const heading = translator(args.context.locale)("editing:delete.title", { title });
  return { id, heading, read: { version, idempotencyKey: crypto.randomUUID() } };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const editionId = idParam(args.params, "editionId");
  return answerChange(args, {
    schema: z.object(settingsForm),
    verb: (input) => deleteEdition(ctx, { ...input, editionId }),
    refusals: {
      already_published: "editing:errors.already_published",
      changed_since_read: "editing:errors.changed_since_asked",
    },
    next: () => paths.coordinator.editions.all("deleted"),
  });
}

/** Asks before it is done. */
export default function DeleteEdition() {
  const { id, heading, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form] = useForm({ id: "deletion", lastResult });
  const t = useT();
  return (
    <>
      <PageHeading title={heading} lede={t("editing:delete.lede")} />
      <SettingsForm
        form={form}
        read={read}
        back={paths.coordinator.editions.one(id)}
        backWords={t("editing:cancel")}
        button={t("editing:delete.button")}
        variant="danger"
        icon="trash-2"
      />
    </>
  );
}

import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { Pathway, type PathwayInput } from "#app/domain/districts/pathway-form.ts";
import { addPathway } from "#app/domain/districts/pathways.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { clusterChoices } from "#app/http/cluster-choices.server.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PathwayFields } from "#app/ui/settings/pathway-fields.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { locale } = args.context;
  const district = await ownDistrict(ctx);
  const clusters = await clusterChoices(ctx.db, district, locale);
  return {
    title: translator(locale)("settings:pathways.new"),
    clusters,
    read: { version: district.version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerChange(args, {
    schema: Pathway,
    verb: (input) => addPathway(ctx, input),
    refusals: {
      changed_since_read: "settings:changed_since_read",
      name_taken: { field: "name", message: "settings:pathways.name_taken" },
      unknown_choice: "coordinator:refused.unknown_choice",
      too_many: "settings:pathways.too_many",
    },
    next: () => paths.coordinator.settings.topic("pathways"),
  });
}

export default function NewPathway() {
  const { title, clusters, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<PathwayInput>({ id: "pathway", lastResult });
  const t = useT();
  return (
    <>
      <PageHeading title={title} />
      <SettingsForm
        form={form}
        read={read}
        button={t("settings:pathways.add")}
        back={paths.coordinator.settings.topic("pathways")}
      >
        <PathwayFields fields={fields} clusters={clusters} />
      </SettingsForm>
    </>
  );
}

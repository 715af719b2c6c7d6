import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { Pathway, type PathwayInput } from "#app/domain/districts/pathway-form.ts";
import { changePathway, getPathway } from "#app/domain/districts/pathways.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { clusterChoices } from "#app/http/cluster-choices.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { PathwayFields } from "#app/ui/settings/pathway-fields.tsx";
import { RetirementLink } from "#app/ui/settings/retirement.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pathway.name }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const pathway = await getPathway(ctx, idParam(args.params, "pathwayId"));
  if (!pathway) throw notFound();
  const district = await ownDistrict(ctx);
  const clusters = await clusterChoices(ctx.db, district, args.context.locale);
  const { id, name, nameEs, about, aboutEs, subClusters, retiredAt } = pathway;
  return {
    id,
    isRetired: retiredAt !== null,
    clusters,
    pathway: { name, nameEs, about: about ?? "", aboutEs: aboutEs ?? "", subClusters } satisfies PathwayInput,
    read: { version: district.version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const pathwayId = idParam(args.params, "pathwayId");
  if (!(await getPathway(ctx, pathwayId))) throw notFound();
  return answerChange(args, {
    schema: Pathway,
    verb: (input) => changePathway(ctx, { ...input, pathwayId }),
    refusals: {
      changed_since_read: "settings:changed_since_read",
      name_taken: { field: "name", message: "settings:pathways.name_taken" },
      unknown_choice: "coordinator:refused.unknown_choice",
    },
    next: () => paths.coordinator.settings.topic("pathways"),
  });
}

export default function ChangePathway() {
  const { id, isRetired, clusters, pathway, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<PathwayInput>({ id: "pathway", lastResult, defaultValue: pathway });
  return (
    <>
      <PageHeading title={pathway.name} />
      <SettingsForm form={form} read={read} back={paths.coordinator.settings.topic("pathways")}>
        <PathwayFields fields={fields} clusters={clusters} />
      </SettingsForm>
      <RetirementLink what="pathways" isRetired={isRetired} to={paths.coordinator.settings.pathwayRetirement(id)} />
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { getPathway, retirePathway } from "#app/domain/districts/pathways.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { settingsForm } from "#app/domain/districts/settings.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { RetirementPage } from "#app/ui/settings/retirement.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const pathway = await getPathway(ctx, idParam(args.params, "pathwayId"));
  if (!pathway) throw notFound();
  const { version } = await ownDistrict(ctx);
  const isRetired = pathway.retiredAt !== null;
  const t = translator(args.context.locale);
  return {
    id: pathway.id,
    isRetired,
    title: t(isRetired ? "settings:retirement.pathways.offer_title" : "settings:retirement.pathways.retire_title", {
      name: pathway.name,
    }),
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const pathway = await getPathway(ctx, idParam(args.params, "pathwayId"));
  if (!pathway) throw notFound();
  return answerChange(args, {
    schema: z.object(settingsForm),
    verb: (form) => retirePathway(ctx, { ...form, pathwayId: pathway.id, retired: pathway.retiredAt === null }),
    refusals: { changed_since_read: "settings:changed_since_read" },
    next: () => paths.coordinator.settings.topic("pathways"),
  });
}

export default function RetirePathway() {
  const { id, isRetired, title, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const back = paths.coordinator.settings.pathway(id);
  return <RetirementPage what="pathways" {...{ isRetired, title, back, read, lastResult }} />;
}

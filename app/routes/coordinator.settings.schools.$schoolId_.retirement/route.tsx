import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { getSchool, retireSchool } from "#app/domain/districts/schools.server.ts";
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
  const school = await getSchool(ctx, idParam(args.params, "schoolId"));
  if (!school) throw notFound();
  const { version } = await ownDistrict(ctx);
  const isRetired = school.retiredAt !== null;
  const t = translator(args.context.locale);
  return {
    id: school.id,
    isRetired,
    title: t(isRetired ? "settings:retirement.schools.offer_title" : "settings:retirement.schools.retire_title", {
      name: school.name,
    }),
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const school = await getSchool(ctx, idParam(args.params, "schoolId"));
  if (!school) throw notFound();
  return answerChange(args, {
    schema: z.object(settingsForm),
    verb: (form) => retireSchool(ctx, { ...form, schoolId: school.id, retired: school.retiredAt === null }),
    refusals: { changed_since_read: "settings:changed_since_read" },
    next: () => paths.coordinator.settings.topic("schools"),
  });
}

export default function RetireSchool() {
  const { id, isRetired, title, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const back = paths.coordinator.settings.school(id);
  return <RetirementPage what="schools" {...{ isRetired, title, back, read, lastResult }} />;
}

import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { getBreak, removeBreak } from "#app/domain/districts/calendar.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { settingsForm } from "#app/domain/districts/settings.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const found = await getBreak(ctx, idParam(args.params, "breakId"));
  if (!found) throw notFound();
  const { version } = await ownDistrict(ctx);
  return {
    title: translator(args.context.locale)("settings:calendar.remove_title", { name: found.name }),
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const breakId = idParam(args.params, "breakId");
  if (!(await getBreak(ctx, breakId))) throw notFound();
  return answerChange(args, {
    schema: z.object(settingsForm),
    verb: (form) => removeBreak(ctx, { ...form, breakId }),
    refusals: { changed_since_read: "settings:changed_since_read" },
    next: () => paths.coordinator.settings.topic("calendar"),
  });
}

export default function RemoveBreak() {
  const { title, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form] = useForm({ id: "removal", lastResult });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("settings:calendar.remove_help")} />
      <SettingsForm
        form={form}
        read={read}
        back={paths.coordinator.settings.topic("calendar")}
        button={t("settings:calendar.remove")}
        variant="danger"
      />
    </>
  );
}

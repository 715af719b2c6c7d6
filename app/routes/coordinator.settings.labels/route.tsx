import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { labelLines, linesOf } from "#app/domain/districts/labels.ts";
import { saveLabels } from "#app/domain/districts/profile.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { settingsForm } from "#app/domain/districts/settings.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

const Labels = z
  .object({ ...settingsForm, offered: labelLines })
  .transform(({ offered, ...form }) => ({ ...form, labels: offered }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { labels, version } = await ownDistrict(ctx);
  return {
    title: translator(args.context.locale)("settings:pages.labels.title"),
    labels: { offered: linesOf(labels) },
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerChange(args, {
    schema: Labels,
    verb: (input) => saveLabels(ctx, input),
    refusals: { changed_since_read: "settings:changed_since_read" },
    next: () => paths.coordinator.settings.home("labels"),
  });
}

export default function LabelSettings() {
  const { title, labels, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<typeof labels>({ id: "labels", lastResult, defaultValue: labels });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("settings:labels.lede")} />
      <SettingsForm form={form} read={read}>
        <TextArea field={fields.offered} label={t("settings:labels.one")} help={t("settings:labels.help")} rows={12} />
      </SettingsForm>
    </>
  );
}

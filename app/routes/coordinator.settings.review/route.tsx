import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { saveReviewPolicy } from "#app/domain/districts/policies.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { settingsForm } from "#app/domain/districts/settings.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const REVIEWERS = ["one", "two"] as const;
const FRESHNESS = { min: 7, max: 365 } as const;
const REPORTS = { min: 1, max: 50 } as const;

const Review = z.object({
  ...settingsForm,
  reviewPolicy: z.enum(REVIEWERS),
  freshnessDays: z.number().int().min(FRESHNESS.min).max(FRESHNESS.max),
  hideAfterReports: z
    .number()
    .int()
    .min(REPORTS.min)
    .max(REPORTS.max)
    .optional()
    .transform((reports) => reports ?? null),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { reviewPolicy, freshnessDays, hideAfterReports, version } = await ownDistrict(ctx);
  return {
    title: translator(args.context.locale)("settings:pages.review.title"),
    policy: { reviewPolicy, freshnessDays: String(freshnessDays), hideAfterReports: String(hideAfterReports ?? "") },
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerChange(args, {
    schema: Review,
    verb: (input) => saveReviewPolicy(ctx, input),
    refusals: { changed_since_read: "settings:changed_since_read" },
    next: () => paths.coordinator.settings.home("review"),
  });
}

export default function ReviewSettings() {
  const { title, policy, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<typeof policy>({ id: "review", lastResult, defaultValue: policy });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("settings:review.lede")} />
      <SettingsForm form={form} read={read}>
        <RadioGroup
          field={fields.reviewPolicy}
          legend={t("settings:review.who")}
          options={REVIEWERS.map((value) => ({
            value,
            label: t(`settings:review.${value}`),
            help: t(`settings:review.${value}_help`),
          }))}
        />
        <TextField
          field={fields.freshnessDays}
          type="number"
          label={t("settings:review.freshness")}
          help={t("settings:review.freshness_help")}
          suffix={t("settings:days")}
          {...FRESHNESS}
          required
        />
        <TextField
          field={fields.hideAfterReports}
          type="number"
          label={t("settings:review.reports")}
          help={t("settings:review.reports_help")}
          suffix={t("settings:review.reports_unit")}
          {...REPORTS}
          optional
        />
      </SettingsForm>
    </>
  );
}

import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { saveAccountPolicy } from "#app/domain/districts/policies.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { settingsForm, timeOfDay } from "#app/domain/districts/settings.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const SIGN_UPS = ["open", "invitation"] as const;
const GRACE = { min: 0, max: 90 } as const;

const Accounts = z.object({
  ...settingsForm,
  familySignUp: z.enum(SIGN_UPS),
  secondFactorGraceDays: z.number().int().min(GRACE.min).max(GRACE.max),
  quietFrom: timeOfDay,
  quietUntil: timeOfDay,
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { familySignUp, secondFactorGraceDays, quietFrom, quietUntil, version } = await ownDistrict(ctx);
  return {
    title: translator(args.context.locale)("settings:pages.accounts.title"),
    policy: {
      familySignUp,
      secondFactorGraceDays: String(secondFactorGraceDays),
      quietFrom: quietFrom.slice(0, 5),
      quietUntil: quietUntil.slice(0, 5),
    },
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerChange(args, {
    schema: Accounts,
    verb: (input) => saveAccountPolicy(ctx, input),
    refusals: { changed_since_read: "settings:changed_since_read" },
    next: () => paths.coordinator.settings.home("accounts"),
  });
}

export default function AccountSettings() {
  const { title, policy, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<typeof policy>({ id: "accounts", lastResult, defaultValue: policy });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("settings:accounts.lede")} />
      <SettingsForm form={form} read={read}>
        <RadioGroup
          field={fields.familySignUp}
          legend={t("settings:accounts.families")}
          options={SIGN_UPS.map((value) => ({
            value,
            label: t(`settings:accounts.${value}`),
            help: t(`settings:accounts.${value}_help`),
          }))}
        />
        <TextField
          field={fields.secondFactorGraceDays}
          type="number"
          label={t("settings:accounts.grace")}
          help={t("settings:accounts.grace_help")}
          suffix={t("settings:days")}
          {...GRACE}
          required
        />
        <fieldset className="field">
          <legend>{t("settings:accounts.quiet")}</legend>
          <p className="field-help">{t("settings:accounts.quiet_help")}</p>
          <div className="flex flex-wrap gap-x-6">
            <TextField field={fields.quietFrom} type="time" label={t("settings:accounts.quiet_from")} required />
            <TextField field={fields.quietUntil} type="time" label={t("settings:accounts.quiet_until")} required />
          </div>
        </fieldset>
      </SettingsForm>
    </>
  );
}

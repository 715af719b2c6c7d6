import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { isColor } from "#app/domain/districts/color.ts";
import { saveProfile } from "#app/domain/districts/profile.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { settingsForm, shortName } from "#app/domain/districts/settings.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { ColorField } from "./color-field.tsx";

const Profile = z
  .object({
    ...settingsForm,
    name: shortName(100),
    contactEmail: z.email().max(254),
    color: z.string().trim().toLowerCase().default(""),
    /** The color that was offered in place of one that cannot be read. */
    nearest: z.string().optional(),
  })
  .transform(({ nearest, color, ...profile }) => ({ ...profile, color: nearest || color || null }))
  .refine(({ color }) => color === null || isColor(color), { error: "settings:profile.no_color", path: ["color"] });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { name, contactEmail, color, version } = await ownDistrict(ctx);
  return {
    title: translator(args.context.locale)("settings:pages.profile.title"),
    profile: { name, contactEmail, color: color ?? "" },
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerChange(args, {
    schema: Profile,
    verb: (input) => saveProfile(ctx, input),
    refusals: {
      changed_since_read: "settings:changed_since_read",
      contrast_too_low: { field: "color", message: "settings:profile.contrast_too_low" },
    },
    next: () => paths.coordinator.settings.home("profile"),
  });
}

export default function ProfileSettings() {
  const { title, profile, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<typeof profile>({ id: "profile", lastResult, defaultValue: profile });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("settings:profile.lede")} />
      <SettingsForm form={form} read={read}>
        <TextField field={fields.name} label={t("settings:profile.name")} maxLength={100} required />
        <TextField
          field={fields.contactEmail}
          type="email"
          label={t("settings:profile.contact")}
          help={t("settings:profile.contact_help")}
          maxLength={254}
          required
        />
        <ColorField field={fields.color} />
      </SettingsForm>
    </>
  );
}

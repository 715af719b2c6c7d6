import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { saveFront } from "#app/domain/districts/front.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { settingsForm, shortNameIfAny } from "#app/domain/districts/settings.ts";
import { tidyText } from "#app/domain/opportunities/plain-text.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const LONGEST = { welcome: 1_000, office: 100, phone: 40, address: 200 } as const;

const paragraphs = z
  .string()
  .overwrite(tidyText)
  .max(LONGEST.welcome)
  .optional()
  .transform((typed) => typed || null);

const Front = z.object({
  ...settingsForm,
  welcome: paragraphs,
  welcomeEs: paragraphs,
  contactOffice: shortNameIfAny(LONGEST.office),
  contactPhone: shortNameIfAny(LONGEST.phone).refine((phone) => !phone || /^[0-9()+.\-/ x#]{7,}$/i.test(phone), {
    error: "partner:errors.phone",
  }),
  contactAddress: shortNameIfAny(LONGEST.address),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { welcome, welcomeEs, contactOffice, contactPhone, contactAddress, version } = await ownDistrict(ctx);
  return {
    title: translator(args.context.locale)("settings:pages.front.title"),
    front: { welcome, welcomeEs, contactOffice, contactPhone, contactAddress },
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerChange(args, {
    schema: Front,
    verb: (input) => saveFront(ctx, input),
    refusals: { changed_since_read: "settings:changed_since_read" },
    next: () => paths.coordinator.settings.home("front"),
  });
}

export default function FrontSettings() {
  const { title, front, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<typeof front>({ id: "front", lastResult, defaultValue: front });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("front:settings.lede")} />
      <SettingsForm form={form} read={read}>
        <TextArea
          field={fields.welcome}
          label={t("front:settings.welcome")}
          help={t("front:settings.welcome_help")}
          rows={5}
          maxLength={LONGEST.welcome}
          optional
        />
        <TextArea
          field={fields.welcomeEs}
          label={t("front:settings.welcome_es")}
          rows={5}
          lang="es"
          maxLength={LONGEST.welcome}
          optional
        />
        <h2 className="mt-8">{t("front:settings.contact")}</h2>
        <p className="mb-4 text-muted">{t("front:settings.contact_help")}</p>
        <TextField
          field={fields.contactOffice}
          label={t("front:settings.office")}
          help={t("front:settings.office_help")}
          maxLength={LONGEST.office}
          optional
        />
        <TextField
          field={fields.contactPhone}
          type="tel"
          label={t("front:settings.phone")}
          maxLength={LONGEST.phone}
          autoComplete="off"
          short
          optional
        />
        <TextField
          field={fields.contactAddress}
          label={t("front:settings.address")}
          maxLength={LONGEST.address}
          autoComplete="off"
          optional
        />
      </SettingsForm>
    </>
  );
}

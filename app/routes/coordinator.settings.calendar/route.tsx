import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { addBreak, listComingBreaks } from "#app/domain/districts/calendar.server.ts";
import { ownDistrict } from "#app/domain/districts/settings.server.ts";
import { settingsForm, shortName } from "#app/domain/districts/settings.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";
import { sayDay } from "#app/i18n/format-dates.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { SettingsForm } from "#app/ui/settings/settings-form.tsx";
import { TextField } from "#app/ui/text-field.tsx";

const Break = z
  .object({ ...settingsForm, name: shortName(80), startsOn: z.iso.date(), endsOn: z.iso.date() })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { error: "settings:calendar.reversed", path: ["endsOn"] });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { locale } = args.context;
  const { version, timeZone } = await ownDistrict(ctx);
  const breaks = await listComingBreaks(ctx, localDate(ctx.now, timeZone));
  return {
    title: translator(locale)("settings:pages.calendar.title"),
    breaks: breaks.map(({ id, name, startsOn, endsOn }) => ({
      ...{ id, name },
      from: sayDay(startsOn, locale),
      until: sayDay(endsOn, locale),
    })),
    read: { version, idempotencyKey: crypto.randomUUID() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  return answerChange(args, {
    schema: Break,
    verb: (input) => addBreak(ctx, input),
    refusals: { changed_since_read: "settings:changed_since_read", too_many: "settings:calendar.too_many" },
    next: () => paths.coordinator.settings.topic("calendar"),
  });
}

export default function CalendarSettings() {
  const { title, breaks, read } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<{ name: string; startsOn: string; endsOn: string }>({
    ...{ id: `calendar-${breaks.length}`, lastResult },
  });
  const t = useT();
  return (
    <>
      <PageHeading title={title} lede={t("settings:calendar.lede")} />
      {breaks.length === 0 && <p className="mb-6 text-muted">{t("settings:calendar.empty")}</p>}
      <ul className="mb-8 divide-y divide-line rounded-card border border-line bg-surface" hidden={breaks.length === 0}>
        {breaks.map(({ id, name, from, until }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3">
            <span className="min-w-0 break-words">
              <span className="font-semibold">{name}</span>{" "}
              <span className="block text-muted">{t("settings:calendar.span", { from, until })}</span>
            </span>
            <Link to={paths.coordinator.settings.breakRemoval(id)}>
              {t("settings:calendar.remove")}
              <span className="sr-only"> {name}</span>
            </Link>
          </li>
        ))}
      </ul>
      <h2 className="mb-3">{t("settings:calendar.add")}</h2>
      <SettingsForm form={form} read={read} button={t("settings:calendar.add")}>
        <TextField field={fields.name} label={t("settings:calendar.name")} maxLength={80} required />
        <div className="flex flex-wrap gap-x-6">
          <TextField field={fields.startsOn} type="date" label={t("settings:calendar.from")} required />
          <TextField field={fields.endsOn} type="date" label={t("settings:calendar.until")} required />
        </div>
      </SettingsForm>
    </>
  );
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { downloadLog, type LogEntry } from "#app/domain/events/log.server.ts";
import { readLogFilter } from "#app/domain/events/log.ts";
import { readQuery } from "#app/http/forms.server.ts";
import { districtFile } from "#app/http/table-file.server.ts";
import { sayInstant } from "#app/i18n/format-dates.ts";
import { sayEvent, sayEventCodes } from "#app/ui/event-words.ts";

/** What is asked for as a file: in words first, then as it is kept. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { locale } = args.context;
  const filter = readLogFilter(await readQuery(args.request));
  const { timeZone = "UTC" } = (await getDistrict(ctx.db, ctx.actor.districtId)) ?? {};
  const parts = await downloadLog(ctx, filter);
  return districtFile<LogEntry>(args, ctx, ({ t }) => ({
    name: t("records:log.file_name"),
    parts,
    columns: [
      [t("records:log.when"), ({ at }) => sayInstant(at, locale, timeZone)],
      [t("records:log.what"), ({ name }) => sayEvent(t, name)],
      [t("records:log.who"), ({ actor }) => (actor ? (actor.name ?? t("records:log.gone")) : t("records:log.system"))],
      [t("records:log.about"), ({ subject }) => subject.title],
      [t("records:log.more"), ({ detail }) => sayEventCodes(t, detail)],
      ["at", ({ at }) => at.toISOString()],
      ["event", ({ name }) => name],
      ["actor_id", ({ actor }) => actor?.id],
      ["subject_id", ({ subject }) => subject.id],
      ["id", ({ id }) => id],
    ],
  }));
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { downloadLog, type LogEntry } from "#app/domain/events/log.server.ts";
import { readLogFilter } from "#app/domain/events/log.ts";
import { csvDownload } from "#app/http/csv-download.server.ts";
import { sayInstant } from "#app/i18n/format-dates.ts";
import { translator } from "#app/i18n/translator.ts";
import { sayEvent, sayEventCodes } from "#app/ui/event-words.ts";

/** What is asked for as a file; a POST, since the log notes that it was taken. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const { locale } = args.context;
  const t = translator(locale);
  const filter = readLogFilter(await args.request.formData());
  const { timeZone = "UTC" } = (await getDistrict(ctx.db, ctx.actor.districtId)) ?? {};
  const line = ({ id, name, at, actor, subject, detail }: LogEntry) => [
    sayInstant(at, locale, timeZone),
    sayEvent(t, name),
    actor ? (actor.name ?? t("records:log.gone")) : t("records:log.system"),
    subject.title,
    sayEventCodes(t, detail),
    ...[at.toISOString(), name, actor?.id ?? "", subject.id, id],
  ];
  const header = [
    t("records:log.when"),
    t("records:log.what"),
    t("records:log.who"),
    t("records:log.about"),
    t("records:log.more"),
    ...["at", "event", "actor_id", "subject_id", "id"],
  ];
  const parts = await downloadLog(ctx, filter);
  const lines = async function* () {
    for await (const entries of parts) yield entries.map(line);
  };
  return csvDownload(t("records:log.file_name"), header, lines());
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { downloadUnseen } from "#app/domain/people/staff.server.ts";
import { csvDownload } from "#app/http/csv-download.server.ts";
import { translator } from "#app/i18n/translator.ts";

/** Who was not seen for long, as a file; a POST, since the log notes that it was taken. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const t = translator(args.context.locale);
  const { timeZone = "UTC" } = (await getDistrict(ctx.db, ctx.actor.districtId)) ?? {};
  const rows = await downloadUnseen(ctx);
  const lines = rows.map(({ name, email, role, since, lastSeenAt }) => [
    ...[name, email, t(`people:roles.${role}`), localDate(since, timeZone)],
    lastSeenAt ? localDate(lastSeenAt, timeZone) : t("people:never"),
  ]);
  const header = [
    t("people:columns.name"),
    t("people:columns.email"),
    t("people:columns.role"),
    t("people:columns.since"),
    t("people:columns.last_seen"),
  ];
  return csvDownload(t("people:staff.file_name"), header, [lines].values());
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { downloadStaff, type StaffMember } from "#app/domain/people/staff.server.ts";
import { readStaffFilter } from "#app/domain/people/staff.ts";
import { readQuery } from "#app/http/forms.server.ts";
import { districtFile } from "#app/http/table-file.server.ts";

/** The staff, or who of it was not seen for long, as a file. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const staff = await downloadStaff(ctx, readStaffFilter(await readQuery(args.request)));
  return districtFile<StaffMember>(args, ctx, ({ t, day }) => ({
    name: t("exchange:table.name.staff"),
    parts: [staff],
    columns: [
      [t("people:columns.name"), ({ name }) => name],
      [t("people:columns.email"), ({ email }) => email],
      [t("people:columns.role"), ({ role }) => t(`people:roles.${role}`)],
      [t("people:columns.since"), ({ since }) => day(since)],
      [t("people:columns.last_seen"), ({ lastSeenAt }) => day(lastSeenAt) ?? t("people:never")],
      [t("people:columns.second_factor"), (row) => t(row.hasSecondFactor ? "people:yes" : "people:no")],
      [t("people:staff.disabled"), ({ disabledAt }) => day(disabledAt)],
    ],
  }));
}

import { Link } from "@remix-run/react";
import type { StaffRole } from "#app/domain/people/invitation.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";

interface Row {
  userId: string;
  name: string;
  email: string;
  role: StaffRole;
  since: string;
  lastSeen: string | null;
  disabled: string | null;
  disabledBy: string | null;
  hasSecondFactor: boolean;
  isMe: boolean;
}

export function StaffTable({ rows }: { rows: readonly Row[] }) {
  const t = useT();
  const columns = [
    t("people:columns.name"),
    t("people:columns.role"),
    t("people:columns.since"),
    t("people:columns.last_seen"),
    t("people:columns.second_factor"),
  ];
  return (
    <DataTable caption={t("people:staff.title")} columns={columns}>
      {rows.map(({ userId, name, email, role, isMe, ...row }) => (
        <DataRow key={userId}>
          <Cell>
            {isMe ? (
              <span className="font-semibold">{t("people:staff.you", { name })}</span>
            ) : (
              <Link to={paths.coordinator.staffMember(userId)} className="font-semibold">
                {name}
              </Link>
            )}
            <span className="block text-muted">{email}</span>
          </Cell>
          <Cell label={columns[1]}>
            {row.disabled ? (
              <>
                <Tag tone="danger">{t("people:staff.disabled")}</Tag>
                <span className="block text-muted">
                  {row.disabledBy
                    ? t("people:staff.disabled_by", { day: row.disabled, name: row.disabledBy })
                    : row.disabled}
                </span>
              </>
            ) : (
              t(`people:roles.${role}`)
            )}
          </Cell>
          <Cell label={columns[2]}>{row.since}</Cell>
          <Cell label={columns[3]}>{row.lastSeen ?? t("people:never")}</Cell>
          <Cell label={columns[4]}>
            {row.hasSecondFactor ? (
              <Tag tone="success">{t("people:yes")}</Tag>
            ) : (
              <Tag tone="warning">{t("people:no")}</Tag>
            )}
          </Cell>
        </DataRow>
      ))}
    </DataTable>
  );
}

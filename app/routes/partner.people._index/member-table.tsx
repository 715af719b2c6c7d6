import { Link } from "@remix-run/react";
import type { MemberRole } from "#app/domain/people/invitation.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";

interface Member {
  userId: string;
  name: string;
  email: string;
  role: MemberRole;
  seenDays: number | null;
  isMe: boolean;
}

export function MemberTable({
  id,
  name: organization,
  people,
  canChange,
}: {
  id: string;
  name: string;
  people: readonly Member[];
  canChange: boolean;
}) {
  const t = useT();
  const columns = [
    t("people:columns.name"),
    t("people:columns.role"),
    t("people:columns.last_seen"),
    t("people:open.change"),
  ];
  return (
    <DataTable caption={organization} columns={columns}>
      {people.map(({ userId, name, email, role, seenDays, isMe }) => (
        <DataRow key={userId}>
          <Cell>
            <span className="font-semibold">{isMe ? t("people:staff.you", { name }) : name}</span>
            <span className="block text-muted">{email}</span>
          </Cell>
          <Cell label={columns[1]}>{t(`people:roles.${role}`)}</Cell>
          <Cell label={columns[2]}>
            {seenDays === null ? t("people:never") : t("people:open.days_ago", { count: seenDays })}
          </Cell>
          <Cell>
            {(canChange || isMe) && (
              <Link to={paths.partner.member(id, userId)}>
                {canChange ? t("people:organization.change") : t("people:organization.leave")}
                <span className="sr-only"> {name}</span>
              </Link>
            )}
          </Cell>
        </DataRow>
      ))}
    </DataTable>
  );
}

import { Form } from "@remix-run/react";
import type { InvitedRole } from "#app/domain/people/invitation.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { Cell, DataRow, DataTable } from "../data-table.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";

interface Row {
  id: string;
  email: string;
  role: InvitedRole;
  sentCount: number;
  sentDays: number;
  leftDays: number;
  isOver: boolean;
  idempotencyKey: string;
}

/** Who was asked and has not answered, with a way to ask again and one to take it back. */
export function OpenInvitations({ rows }: { rows: readonly Row[] }) {
  const t = useT();
  if (rows.length === 0) return <p className="text-muted">{t("people:open.none")}</p>;
  const columns = [t("people:open.to"), t("people:open.sent"), t("people:open.until"), t("people:open.change")];
  return (
    <DataTable caption={t("people:open.title")} columns={columns}>
      {rows.map(({ id, email, role, sentCount, sentDays, leftDays, isOver, idempotencyKey }) => (
        <DataRow key={id}>
          <Cell>
            <span className="font-semibold">{email}</span>
            <span className="block text-muted">{t(`people:roles.${role}`)}</span>
          </Cell>
          <Cell label={columns[1]}>
            {t("people:open.days_ago", { count: sentDays })}
            {sentCount > 1 && <span className="block text-muted">{t("people:open.times", { count: sentCount })}</span>}
          </Cell>
          <Cell label={columns[2]}>
            {isOver ? t("people:open.over") : t("people:open.days_left", { count: leftDays })}
          </Cell>
          <Cell>
            <Form method="post" className="flex flex-wrap gap-2">
              <IdempotencyKey value={idempotencyKey} />
              <input type="hidden" name="invitationId" value={id} />
              <Button name="change" value="resend" variant="secondary">
                {t("people:open.resend")}
                <span className="sr-only"> {email}</span>
              </Button>
              <Button name="change" value="revoke" variant="quiet">
                {t("people:open.revoke")}
                <span className="sr-only"> {email}</span>
              </Button>
            </Form>
          </Cell>
        </DataRow>
      ))}
    </DataTable>
  );
}

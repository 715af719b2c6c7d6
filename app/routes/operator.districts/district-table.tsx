import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";
import { InviteForm } from "#app/ui/people/invite-form.tsx";
import { Tag } from "#app/ui/tag.tsx";

interface Row {
  id: string;
  name: string;
  slug: string;
  state: string;
  timeZone: string;
  admins: number;
  isInvited: boolean;
  hosts: string[];
  idempotencyKey: string;
}

export function DistrictTable({
  districts,
  lastResult,
}: {
  districts: readonly Row[];
  lastResult: SubmissionResult<string[]> | null | undefined;
}) {
  const t = useT();
  const locale = useLocale();
  const columns = [t("people:districts.name"), t("people:districts.zone"), t("people:districts.admins")];
  const answered = (id: string) => (lastResult?.initialValue?.placeId === id ? lastResult : null);
  return (
    <DataTable caption={t("people:districts.title")} columns={columns}>
      {districts.map(({ id, name, slug, state, timeZone, admins, isInvited, hosts, idempotencyKey }) => (
        <DataRow key={id}>
          <Cell>
            <a href={paths.district(locale, slug)} className="font-semibold">
              {name}
            </a>
            <span className="block text-muted">{`/${slug} · ${state}`}</span>
            {hosts.map((host) => (
              <span key={host} className="block text-muted">
                {host}
              </span>
            ))}
            <Link to={paths.operator.hosts(id)}>
              {t("operator:hosts.link")}
              <span className="sr-only"> ({name})</span>
            </Link>
          </Cell>
          <Cell label={columns[1]}>{timeZone.replaceAll("_", " ")}</Cell>
          <Cell label={columns[2]}>
            {admins > 0 && t("people:districts.count_admins", { count: admins })}
            {admins === 0 && isInvited && <Tag tone="info">{t("people:districts.invited")}</Tag>}
            {admins === 0 && !isInvited && (
              <details open={answered(id) !== null}>
                <summary>{t("people:districts.invite_admin")}</summary>
                <InviteForm
                  id={`invite-${slug}`}
                  lastResult={answered(id)}
                  roles={["admin"]}
                  placeId={id}
                  idempotencyKey={idempotencyKey}
                />
              </details>
            )}
          </Cell>
        </DataRow>
      ))}
    </DataTable>
  );
}

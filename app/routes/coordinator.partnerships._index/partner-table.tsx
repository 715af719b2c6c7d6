import { Link } from "@remix-run/react";
import type { Standing } from "#app/domain/organizations/partnership-lifecycle.ts";
import type { Sector } from "#app/domain/organizations/sectors.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { StandingTag } from "#app/ui/vetting/standing-tag.tsx";

interface Row {
  id: string;
  name: string;
  sector: Sector;
  city: string | null;
  standing: Standing;
  until: string | null;
  waitedDays: number | null;
  isExpiring: boolean;
  isMissing: boolean;
}

export function PartnerTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  const t = useT();
  const columns = [
    t("vetting:list.partner"),
    t("vetting:list.standing"),
    t("vetting:list.until"),
    t("vetting:list.documents"),
  ];
  return (
    <DataTable caption={caption} columns={columns}>
      {rows.map(({ id, name, sector, city, standing, until, waitedDays, isExpiring, isMissing }) => (
        <DataRow key={id}>
          <Cell>
            <Link to={paths.coordinator.partnership(id)} className="font-semibold">
              {name}
            </Link>
            <span className="block text-sm text-muted">
              {[t(`opportunity:sector.${sector}`), city].filter(Boolean).join(" · ")}
            </span>
          </Cell>
          <Cell>
            <StandingTag standing={standing} />
            {waitedDays !== null && (
              <span className="mt-1 block text-sm text-muted">
                {t("joining:partnerships.waited", { count: waitedDays })}
              </span>
            )}
          </Cell>
          <Cell label={columns[2]}>{until ?? "–"}</Cell>
          <Cell>
            <span className="flex flex-wrap gap-1.5">
              {isMissing && <Tag tone="danger">{t("vetting:list.missing")}</Tag>}
              {isExpiring && <Tag tone="warning">{t("vetting:list.expiring")}</Tag>}
              {!isMissing && !isExpiring && <span className="text-muted max-md:hidden">–</span>}
            </span>
          </Cell>
        </DataRow>
      ))}
    </DataTable>
  );
}

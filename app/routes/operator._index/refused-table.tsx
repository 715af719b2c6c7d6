import type { RefusedListing } from "#app/domain/operations/refused-listings.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Cell, DataRow, DataTable } from "#app/ui/data-table.tsx";

/** `since` in words. */
export type RefusedRow = Omit<RefusedListing, "since"> & { since: string };

/** Listings an engine will not take: which, whose, and what the engine says of them. */
export function RefusedTable({ rows }: { rows: readonly RefusedRow[] }) {
  const t = useT();
  const locale = useLocale();
  const [listing, engine, reason, since] = (["listing", "engine", "reason", "since"] as const).map((key) =>
    t(`operator:refused.${key}`),
  );
  return (
    <section className="mt-8">
      <h2 id="refused">{t("operator:refused.title")}</h2>
      <p className="measure mb-3">{t("operator:refused.lede")}</p>
      <DataTable caption={t("operator:refused.title")} columns={[listing!, engine!, reason!, since!]}>
        {rows.map((row) => (
          <DataRow key={`${row.engine} ${row.listingId}`}>
            <Cell>
              <a href={paths.listing(locale, row.district.slug, row.slug)} className="font-semibold">
                {row.title}
              </a>
              <span className="block text-muted">{row.district.name}</span>
            </Cell>
            <Cell label={engine}>{row.engine}</Cell>
            <Cell label={reason}>{row.reason}</Cell>
            <Cell label={since}>{row.since}</Cell>
          </DataRow>
        ))}
      </DataTable>
    </section>
  );
}

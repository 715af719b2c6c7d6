import { Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ListingStateTag } from "#app/ui/listing-state-tag.tsx";
import type { Offered } from "./home.server.ts";

/** How many stand where in each district; each number shows those alone. */
export function StateCounts({ counts, where }: Pick<Offered, "counts" | "where">) {
  const t = useT();
  const districts = [...new Map(counts.map((count) => [count.district, count.districtName]))];
  return (
    <section aria-labelledby="by-state" className="mb-8">
      <h2 id="by-state" className="mb-3">
        {t("freshness:home.by_state")}
      </h2>
      <ul className="grid gap-3">
        {districts.map(([district, name]) => (
          <li key={district} className="grid gap-x-4 gap-y-1 md:flex md:flex-wrap md:items-center">
            <span className="font-semibold">{name}</span>
            <span className="flex flex-wrap gap-x-3 gap-y-1">
              {counts
                .filter((count) => count.district === district)
                .map(({ state, count }) => (
                  <Link
                    key={state}
                    to={paths.partner.home(new URLSearchParams({ district, state }))}
                    aria-current={where?.district === district && where.state === state ? "true" : undefined}
                    className="inline-flex min-h-11 items-center gap-1.5 aria-[current]:font-bold"
                  >
                    {count} <ListingStateTag state={state} />
                  </Link>
                ))}
            </span>
          </li>
        ))}
      </ul>
      {where && (
        <p className="mt-2">
          <Link to={paths.partner.home()}>{t("freshness:home.show_all")}</Link>
        </p>
      )}
    </section>
  );
}

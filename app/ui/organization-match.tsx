import type { SameReason } from "#app/domain/organizations/likely-same.ts";
import type { Sector } from "#app/domain/organizations/sectors.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Tag } from "./tag.tsx";

export interface MatchedOrganization {
  id: string;
  name: string;
  sector: Sector;
  city: string | null;
  reasons: SameReason[];
  isLikelySame: boolean;
}

/** An organization that may be the one meant, and what says so. */
export function OrganizationMatch({ name, sector, city, reasons, isLikelySame }: MatchedOrganization) {
  const t = useT();
  return (
    <div className="min-w-0">
      <p className="font-semibold break-words">{name}</p>
      <p className="text-sm text-muted">{[t(`opportunity:sector.${sector}`), city].filter(Boolean).join(" · ")}</p>
      {isLikelySame && (
        <p className="mt-1 flex flex-wrap gap-1.5">
          {reasons.map((reason) => (
            <Tag key={reason} tone="warning">
              {t(`joining:same.${reason}`)}
            </Tag>
          ))}
        </p>
      )}
    </div>
  );
}

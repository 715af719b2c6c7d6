import type { Partnership } from "#app/domain/organizations/standing.ts";
import type { Sector } from "#app/domain/organizations/sectors.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";

interface StandingProps {
  organization: { name: string; sector: Sector; about: string | null; website: string | null };
  standing: {
    status: Partnership["status"] | null;
    inForce: boolean;
    vettedBy: string | null;
    vettedAt: string | null;
    inForceUntil: string | null;
    note: string | null;
  };
}

/** Who wrote it, and whether the district lets them onto its list. */
export function Standing({ organization, standing }: StandingProps) {
  const t = useT();
  const word = standing.status === null ? "none" : standing.status === "approved" ? "over" : standing.status;
  return (
    <section className="rounded-card border border-line bg-surface p-5" aria-labelledby="organization">
      <h2 id="organization" className="flex items-start gap-2 text-lg">
        <Icon name="building-2" className="mt-1 text-primary" />
        {organization.name}
      </h2>
      <p className="text-muted">{t(`opportunity:sector.${organization.sector}`)}</p>
      <p className="mt-3">
        <Tag tone={standing.inForce ? "success" : "danger"} icon={standing.inForce ? "shield-check" : "triangle-alert"}>
          {standing.inForce ? t("coordinator:standing.in_force") : t(`coordinator:standing.${word}`)}
        </Tag>
      </p>
      <ul className="mt-2 text-muted">
        {standing.vettedBy && standing.vettedAt && (
          <li>{t("coordinator:standing.vetted", { who: standing.vettedBy, at: standing.vettedAt })}</li>
        )}
        {standing.inForceUntil && <li>{t("coordinator:standing.until", { day: standing.inForceUntil })}</li>}
        {standing.note && <li className="whitespace-pre-line">{standing.note}</li>}
        {organization.website && <li className="break-all">{organization.website}</li>}
      </ul>
      {organization.about && <p className="mt-3">{organization.about}</p>}
    </section>
  );
}

import { Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { addressInWords } from "./profile-facts.tsx";
import type { ProfileSite } from "./route.tsx";

export function Sites({
  organizationId,
  sites,
  isOwner,
}: {
  organizationId: string;
  sites: readonly ProfileSite[];
  isOwner: boolean;
}) {
  const t = useT();
  return (
    <section aria-labelledby="sites" className="mb-8">
      <h2 id="sites">{t("profile:site.title")}</h2>
      <p className="text-muted">{t("profile:site.lede")}</p>
      <ul className="my-3 grid gap-2">
        {sites.map((site) => (
          <li key={site.id} className="rounded-card border border-line bg-surface px-4 py-3">
            <p className="font-semibold">{site.name}</p>
            <p className="text-muted">{addressInWords(site) ?? t("profile:unsaid")}</p>
            {isOwner && (
              <Link to={paths.partner.site(organizationId, site.id)} className="inline-flex min-h-11 items-center">
                {t("profile:site.change", { name: site.name })}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {isOwner && (
        <ButtonLink to={paths.partner.newSite(organizationId)} variant="secondary" icon="plus">
          {t("profile:site.add")}
        </ButtonLink>
      )}
    </section>
  );
}

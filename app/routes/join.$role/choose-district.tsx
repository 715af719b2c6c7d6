import type { FamilyRole } from "#app/domain/people/invitation.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export function ChooseDistrict({
  role,
  districts,
}: {
  role: FamilyRole;
  districts: { slug: string; name: string; state: string }[];
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHeading title={t(`joining:as.${role}.title`)} lede={t("joining:district.lede")} />
      <ul className="districts">
        {districts.map(({ slug, name, state }) => (
          <li key={slug}>
            <a href={paths.join.family(locale, role, slug)} className="way-in district-sign">
              <Icon name="map-pin" />
              <span>{name}</span>
              <span className="way-in-count">{state}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <a href={paths.join.home(locale)}>{t("joining:not_that")}</a>
      </p>
    </>
  );
}

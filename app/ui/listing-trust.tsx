import { daysBetween, localDate } from "#app/domain/districts/zone.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "./icon.tsx";
import type { ViewedListing } from "./listing-view.tsx";

/** That the district checked it, and when its organization last said it still holds. */
export function Trust({ listing: { district, confirmedAt }, today }: { listing: ViewedListing; today: string }) {
  const t = useT();
  const days = confirmedAt && daysBetween(localDate(confirmedAt, district.timeZone), today);
  return (
    <section className="trust">
      <h2>
        <Icon name="badge-check" />
        {t("listing:trust.title", { district: district.name })}
      </h2>
      <p>{t("listing:trust.body")}</p>
      {days !== null && (
        <p>{days <= 0 ? t("listing:trust.confirmed_today") : t("listing:trust.confirmed", { count: days })}</p>
      )}
    </section>
  );
}

/** Only web addresses become links: a stored `javascript:` stays text nobody can follow. */
export function Website({ organization: { name, website } }: { organization: ViewedListing["organization"] }) {
  const t = useT();
  if (!website || !/^https?:\/\//i.test(website)) return null;
  return (
    <p>
      <a href={website} rel="noopener noreferrer nofollow">
        {t("listing:website", { organization: name })}
      </a>{" "}
      <Icon name="external-link" />
      <span className="visually-hidden">({t("listing:new_window")})</span>
    </p>
  );
}

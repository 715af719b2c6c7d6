import { daysBetween, localDate } from "#app/domain/districts/zone.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon } from "./icon.tsx";
import type { ViewedListing } from "./listing-view.tsx";
import { dateInWords } from "./listing-words.ts";

/** That the district checked it and when its organization last said it still holds; or that nobody did yet. */
export function Trust({ listing, today }: { listing: ViewedListing; today: string }) {
  const t = useT();
  if (listing.importedAt) return <Imported listing={listing} importedAt={listing.importedAt} />;
  const { district, confirmedAt } = listing;
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

function Imported({ listing, importedAt }: { listing: ViewedListing; importedAt: Date }) {
  const t = useT();
  const locale = useLocale();
  const { district, organization } = listing;
  const date = dateInWords(locale, localDate(importedAt, district.timeZone));
  return (
    <section className="trust trust-open">
      <h2>
        <Icon name="hourglass" />
        {t("listing:trust.imported_title")}
      </h2>
      <p>{t("listing:trust.imported", { district: district.name, date })}</p>
      <p>{t("listing:trust.unconfirmed", { organization: organization.name })}</p>
    </section>
  );
}

/** Only web addresses become links: a stored `javascript:` stays text nobody can follow. */
export function Website({
  organization: { name, website },
}: {
  organization: Pick<ViewedListing["organization"], "name" | "website">;
}) {
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

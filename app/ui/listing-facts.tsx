import type { ReactNode } from "react";
import { daysBetween } from "#app/domain/districts/zone.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon, type IconName } from "./icon.tsx";
import type { ViewedListing } from "./listing-view.tsx";
import { WhoMayGoReason } from "./who-may-go-reason.tsx";
import {
  closesInWords,
  dateInWords,
  datesInWords,
  listInWords,
  payInWords,
  scheduleInWords,
  whoInWords,
  wordOf,
} from "./listing-words.ts";

/** What a family asks first: when, where, who, pay, how many places, until when. */
export function ListingFacts({ listing, today }: { listing: ViewedListing; today: string }) {
  const t = useT();
  const locale = useLocale();
  const { content, closesOn, schools } = listing;
  const schedule = scheduleInWords(t, locale, content);
  const foreign = content.language === locale ? undefined : content.language;
  const pay = payInWords(t, content);
  const address = [content.street, [content.city, content.state].filter(Boolean).join(", ")].filter(Boolean);
  return (
    <section className="facts">
      <h2>{t("listing:facts.title")}</h2>
      <dl>
        <Fact icon="calendar-days" term={t("listing:facts.when")}>
          <p>{datesInWords(t, locale, content)}</p>
          {schedule && <p>{schedule}</p>}
          {foreign && content.schedule && content.schedule !== schedule && <p lang={foreign}>{content.schedule}</p>}
          {content.hoursPerWeek !== null && <p>{t("listing:hours", { count: content.hoursPerWeek })}</p>}
        </Fact>
        <Fact icon={content.setting === "remote" ? "monitor" : "map-pin"} term={t("listing:facts.where")}>
          {content.setting && <p>{wordOf(t, "setting", content.setting)}</p>}
          {content.setting !== "remote" && address.map((part) => <p key={part}>{part}</p>)}
          {content.otherSites.length > 0 && <p>{t("posting:view.more_sites", { count: content.otherSites.length })}</p>}
        </Fact>
        <Fact icon="graduation-cap" term={t("listing:facts.who")}>
          <p>{whoInWords(t, { ...content, onlyGrades: listing.onlyGrades ?? [] })}</p>
          {listing.onlyGroups && listing.onlyGroups.length > 0 && (
            <p>{t("curating:groups_only", { groups: listInWords(locale, listing.onlyGroups) })}</p>
          )}
          {listing.openTo && <WhoMayGoReason open={listing.openTo} />}
          {schools.length > 0 && <p>{t("listing:schools_only", { schools: listInWords(locale, schools) })}</p>}
        </Fact>
        {listing.stage && (
          <Fact icon="compass" term={t("listing:facts.stage")}>
            <p>{wordOf(t, "stage", listing.stage)}</p>
          </Fact>
        )}
        {(pay || content.payDetail || content.serviceHours) && (
          <Fact icon="banknote" term={t("listing:facts.pay")}>
            {pay && <p>{pay}</p>}
            {content.serviceHours && <p>{wordOf(t, "counts", "service_hours")}</p>}
            {content.payDetail && <p lang={foreign}>{content.payDetail}</p>}
          </Fact>
        )}
        {(content.cost || content.costDetail) && (
          <Fact icon="info" term={t("listing:facts.cost")}>
            {content.cost && <p>{wordOf(t, "cost", content.cost)}</p>}
            {content.costDetail && <p lang={foreign}>{content.costDetail}</p>}
          </Fact>
        )}
        {content.clearance && (
          <Fact icon="badge-check" term={t("listing:facts.clearance")}>
            <p>{wordOf(t, "clearance", content.clearance)}</p>
          </Fact>
        )}
        {content.places !== null && (
          <Fact icon="users" term={t("listing:facts.places")}>
            <p>{t("listing:places", { count: content.places })}</p>
          </Fact>
        )}
        <Fact icon="hourglass" term={t("listing:facts.closes")}>
          {closesOn === null ? (
            <p>{t("listing:closes_never")}</p>
          ) : (
            <>
              <p>{dateInWords(locale, closesOn)}</p>
              <p>
                {closesSoon(daysBetween(today, closesOn)) &&
                  closesInWords(t, locale, closesOn, daysBetween(today, closesOn))}
              </p>
            </>
          )}
        </Fact>
      </dl>
    </section>
  );
}

const closesSoon = (days: number) => days >= 0 && days <= 28;

function Fact({ icon, term, children }: { icon: IconName; term: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>
        <Icon name={icon} />
        {term}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

import type { ReactNode } from "react";
import { daysBetween } from "#app/domain/districts/zone.ts";
import { NEW_DAYS } from "#app/domain/listings/freshness.ts";
import type { OpportunityContent } from "#app/domain/opportunities/opportunity.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { groupIcon } from "./cluster-group.ts";
import { Icon, type IconName } from "./icon.tsx";
import { SaveButton } from "./saved/save-button.tsx";
import {
  checkedInWords,
  closesInWords,
  groupOf,
  milesInWords,
  payInWords,
  scheduleInWords,
  wayInWords,
  whoInWords,
  wordOf,
} from "./listing-words.ts";

type Shown = Pick<
  OpportunityContent,
  | "kind"
  | "title"
  | "language"
  | "schedule"
  | "days"
  | "startTime"
  | "endTime"
  | "setting"
  | "city"
  | "gradeMin"
  | "gradeMax"
  | "ageMin"
  | "ageMax"
  | "pay"
  | "earnsCredit"
  | "subClusters"
>;

/** Left out where a page says itself how one gets there. */
type Ways = Partial<Pick<OpportunityContent, "busStop" | "transport">>;

/** A listing at a glance. Days are `YYYY-MM-DD` in the district's zone. */
export interface CardListing extends Shown, Ways {
  href: string;
  /** Of its QR code, which paper shows in place of a link that can be followed. Left out: it is printed without. */
  code?: string;
  /** Where the title is not in the reader's language. */
  titleLang?: OpportunityContent["language"] | undefined;
  /** Where it can be saved: the district's slug and its own. Left out: nowhere. */
  save?: { district: string; slug: string };
  organization: string;
  onlyGrades?: readonly number[];
  distanceMiles?: number | null;
  publishedOn: string | null;
  confirmedOn: string | null;
  closesOn: string | null;
}

const SOON_DAYS = 14;

/** The whole card is one link, and saving it a button; `reasons` say why it was picked for this reader. */
export function ListingCard({
  listing,
  today,
  reasons,
  note,
  level = 3,
}: {
  listing: CardListing;
  today: string;
  reasons?: readonly ReactNode[];
  /** A word above the card, such as "something different". */
  note?: ReactNode;
  level?: 2 | 3 | 4;
}) {
  const t = useT();
  const locale = useLocale();
  const Heading = `h${level}` as const;
  const group = groupOf(listing.subClusters);
  const closesIn = listing.closesOn === null ? null : daysBetween(today, listing.closesOn);
  const isNew = listing.publishedOn !== null && daysBetween(listing.publishedOn, today) <= NEW_DAYS;
  const place = [
    listing.setting === "remote" ? t("listing:online") : listing.city,
    listing.distanceMiles != null && listing.setting !== "remote"
      ? milesInWords(t, locale, listing.distanceMiles)
      : null,
  ].filter(Boolean);
  return (
    <article className="card" data-group={group ?? ""}>
      {listing.code && <img src={listing.code} alt="" width="80" height="80" loading="lazy" className="card-code" />}
      <p className="plank">
        <Icon name={groupIcon(group)} />
        {listing.kind ? wordOf(t, "kind", listing.kind) : null}
      </p>
      {isNew && <p className="card-new">{t("listing:new")}</p>}
      {listing.save && <SaveButton {...listing.save} title={listing.title} compact />}
      <Heading className="card-title" lang={listing.titleLang}>
        <a href={listing.href}>{listing.title}</a>
      </Heading>
      <p className="card-who">
        {listing.organization}
        {listing.titleLang && <span className="card-lang"> · {t(`site:language.${listing.titleLang}`)}</span>}
      </p>
      {note && <p className="card-note">{note}</p>}
      <ul className="card-facts">
        <Fact icon="clock">{scheduleInWords(t, locale, listing)}</Fact>
        <Fact icon={listing.setting === "remote" ? "monitor" : "map-pin"}>{place.join(" · ")}</Fact>
        <Fact icon="bus">{wayInWords(t, listing)}</Fact>
        <Fact icon="graduation-cap">{whoInWords(t, listing)}</Fact>
        <Fact icon="banknote">{payInWords(t, listing)}</Fact>
      </ul>
      {reasons && reasons.length > 0 && (
        <ul className="card-reasons" aria-label={t("listing:why")}>
          {reasons.map((reason, index) => (
            <li key={index}>
              <Icon name="check" />
              <span>{reason}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="card-foot">
        {closesIn !== null && listing.closesOn !== null && (
          <span className={closesIn <= SOON_DAYS ? "closes closes-soon" : "closes"}>
            {closesIn <= SOON_DAYS && <Icon name="hourglass" />}
            {closesInWords(t, locale, listing.closesOn, closesIn)}
          </span>
        )}
        {listing.confirmedOn && (
          <span className="checked">{checkedInWords(t, daysBetween(listing.confirmedOn, today))}</span>
        )}
      </p>
    </article>
  );
}

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return children ? (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  ) : null;
}

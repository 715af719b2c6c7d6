import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Icon, type IconName } from "./icon.tsx";
import type { ReaderContent, ViewedListing } from "./listing-view.tsx";
import { milesInWords, wordOf } from "./listing-words.ts";
import { siteInWords } from "./shift-words.ts";
import { LocatorMap } from "./locator-map.tsx";
import { nearestSchool } from "./map-projection.ts";

const TRANSPORT_ICONS: Record<string, IconName> = {
  walkable: "footprints",
  bus: "bus",
  ride_offered: "users",
  bike_parking: "bike",
  car_needed: "car",
};

/** Farther from every school the map would show a dot and a void. */
const MOST_MILES = 100;

/** The map, and how to get there. */
export function ListingPlace({ listing }: { listing: ViewedListing }) {
  const t = useT();
  const locale = useLocale();
  const { content, nearbySchools, district, organization } = listing;
  if (content.setting === "remote") return null;
  const { latitude, longitude } = content;
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  const nearest = point && nearestSchool(point, nearbySchools);
  const place = nearest && nearest.miles > MOST_MILES ? null : point;
  const said = content.transport.length > 0 || content.transportDetail;
  return (
    <section className="listing-section">
      <h2>{t("listing:section.getting_there")}</h2>
      {place && (
        <figure className="map-figure">
          <LocatorMap
            place={place}
            label={content.city ?? organization.name}
            schools={nearbySchools}
            district={district.name}
          />
          {nearest && (
            <figcaption>
              {t("listing:map.nearest", {
                distance: milesInWords(t, locale, nearest.miles),
                school: nearest.school.name,
              })}
            </figcaption>
          )}
        </figure>
      )}
      <ul className="ways">
        {content.transport.map((way) => (
          <li key={way}>
            <Icon name={TRANSPORT_ICONS[way] ?? "route"} />
            {wordOf(t, "transport", way)}
            {way === "bus" && content.busStop && <BusStop content={content} />}
          </li>
        ))}
      </ul>
      {content.transportDetail && (
        <p lang={content.language === locale ? undefined : content.language}>{content.transportDetail}</p>
      )}
      {!said && <p>{t("listing:transport_unknown")}</p>}
      <OtherSites content={content} />
    </section>
  );
}

function BusStop({ content: { busStop, language } }: { content: ReaderContent }) {
  const locale = useLocale();
  return (
    <span>
      {": "}
      <span lang={language === locale ? undefined : language}>{busStop}</span>
    </span>
  );
}

function OtherSites({ content: { otherSites } }: { content: ReaderContent }) {
  const t = useT();
  if (otherSites.length === 0) return null;
  return (
    <>
      <h3 className="mt-3">{t("posting:view.sites")}</h3>
      <ul className="ways">
        {otherSites.map((site) => (
          <li key={siteInWords(site)}>
            <Icon name="map-pin" />
            {siteInWords(site)}
          </li>
        ))}
      </ul>
    </>
  );
}

import type { PublicPartner } from "#app/domain/organizations/public-partners.server.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { milesInWords } from "#app/ui/listing-words.ts";
import { LocatorMap } from "#app/ui/locator-map.tsx";
import { nearestSchool, type MapSchool } from "#app/ui/map-projection.ts";

type Place = Pick<PublicPartner, "street" | "city" | "state" | "zip" | "latitude" | "longitude">;

const inWords = ({ street, city, state, zip }: Place) =>
  [street, city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ");
const pointOf = ({ latitude, longitude }: Place) =>
  latitude === null || longitude === null ? null : { latitude, longitude };
/** Farther from every school the map would show a dot and a void. */
const MOST_MILES = 100;

/** Its address and its sites; on the map the first of them that has a point near the district. */
export function PartnerPlaces({
  partner,
  schools,
  district,
}: {
  partner: Omit<PublicPartner, "listings">;
  schools: readonly MapSchool[];
  district: string;
}) {
  const t = useT();
  const locale = useLocale();
  const main = inWords(partner) ? [{ ...partner, key: "main", name: t("profile:public.address") }] : [];
  const places = [...main, ...partner.sites.map((site) => ({ ...site, key: site.id }))].map((place) => {
    const point = pointOf(place);
    const nearest = point && nearestSchool(point, schools);
    return { ...place, point, nearest: nearest && nearest.miles <= MOST_MILES ? nearest : null };
  });
  if (places.length === 0) return null;
  const mapped = places.find(({ nearest }) => nearest);
  return (
    <section className="listing-section">
      <h2>{t("profile:public.places")}</h2>
      {mapped?.point && (
        <figure className="map-figure">
          <LocatorMap
            place={mapped.point}
            others={places.flatMap(({ key, point, nearest }) =>
              point && nearest && key !== mapped.key ? [point] : [],
            )}
            label={mapped.city ?? partner.name}
            schools={schools}
            district={district}
          />
        </figure>
      )}
      <dl className="partner-places">
        {places.map(({ key, name, nearest, ...place }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              {inWords(place)}
              {nearest && (
                <span className="partner-near">
                  {t("listing:map.nearest", {
                    distance: milesInWords(t, locale, nearest.miles),
                    school: nearest.school.name,
                  })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import type { EventName } from "#app/domain/events/event-names.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { Offer } from "./offer-card.tsx";

/** What happened to the listing, newest first, folded away until someone asks. */
export function Story({ moments }: { moments: Offer["moments"] }) {
  const t = useT();
  if (moments.length === 0) return null;
  return (
    <details className="mt-3 border-t border-line pt-2">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">
        {t("partner:overview.story")}
      </summary>
      <ol className="grid gap-2 border-s-2 border-line ps-4">
        {moments.map((moment, index) => (
          <li key={index}>
            <span className="font-semibold">{t(`partner:moment.${moment.name as ListingEvent}`)}</span>{" "}
            <span className="text-muted">· {moment.on}</span>
            {moment.reasonCode && (
              <p>{t("partner:reason", { reason: t(`opportunity:reason.${moment.reasonCode}`) })}</p>
            )}
            {moment.note && <p className="measure whitespace-pre-line text-muted">{moment.note}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}

type ListingEvent = Exclude<
  Extract<EventName, `listing.${string}`>,
  | "listing.curated"
  | "listing.restricted"
  | "listing.translated"
  | "listing.featured"
  | "listing.unfeatured"
  | "listing.assigned"
  | "listing.seconded"
>;

import { Link } from "@remix-run/react";
import type { OfferStatus } from "#app/domain/listings/offering-status.server.ts";
import type { OpportunityLine } from "#app/domain/opportunities/opportunities.server.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

export type OpportunityWithOffers = Omit<OpportunityLine, "updatedAt"> & { offers: OfferStatus[] };

/** A district asked for something and nobody has answered yet. */
const waitsForPartner = ({ state, editPending, lastDecision }: OfferStatus) =>
  state === "changes_requested" ||
  (state === "published" && !editPending && lastDecision !== null && lastDecision.decision !== "approved");

/** What a district asked for, with its words, before everything else. */
export function NeedsYou({ opportunities }: { opportunities: OpportunityWithOffers[] }) {
  const t = useT();
  const waiting = opportunities.flatMap(({ offers, ...opportunity }) =>
    offers.filter(waitsForPartner).map((offer) => ({ opportunity, offer })),
  );
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="needs-you" className="mb-10">
      <h2 id="needs-you" className="mb-3">
        {t("partner:home.needs_you")}
      </h2>
      <ul className="grid gap-3">
        {waiting.map(({ opportunity, offer }) => (
          <li
            key={offer.listingId}
            className="grid gap-3 rounded-card border border-line border-l-8 border-l-accent bg-surface px-4 py-4 md:grid-cols-[1fr_auto] md:items-center"
          >
            <div className="grid gap-1">
              <h3>
                <Link to={paths.partner.opportunity(opportunity.id)} className="text-ink">
                  {opportunity.title}
                </Link>
              </h3>
              <p>
                {t(offer.state === "published" ? "partner:home.edit_turned_down" : "partner:home.needs_you_text", {
                  district: offer.districtName,
                })}
              </p>
              {offer.lastDecision?.note && (
                <blockquote className="measure border-l-4 border-line pl-3 whitespace-pre-line text-muted">
                  {offer.lastDecision.note}
                </blockquote>
              )}
            </div>
            <ButtonLink to={paths.partner.edit(opportunity.id)} variant="secondary" icon="pencil">
              {t("partner:home.change")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a partner offers, a line for each district it is offered to, as a file holds it. */
import type { Context, Partner } from "../context.ts";
import { listOpportunities, type OpportunityLine, type Where } from "../opportunities/opportunities.server.ts";
import { listOffers, type OfferStatus } from "./offering-status.server.ts";
import { countSaves } from "../saved/listings.server.ts";
import { countViews } from "./views.server.ts";

export interface OfferedLine {
  opportunity: OpportunityLine;
  /** Null: not offered to a district yet. */
  offer: OfferStatus | null;
  seen: number;
  saved: number;
}

export async function* readOfferedLines(
  ctx: Context<Partner>,
  where: Where | null,
): AsyncGenerator<readonly OfferedLine[]> {
  for (let page = 1; ; page++) {
    const opportunities = await listOpportunities(ctx, { page, where });
    if (opportunities.length === 0) return;
    const ids = opportunities.map(({ id }) => id);
    const offers = (await listOffers(ctx, ids)).filter(
      (offer) => !where || (offer.districtSlug === where.district && offer.state === where.state),
    );
    const listingIds = offers.map(({ listingId }) => listingId);
    const [views, saves] = await Promise.all([countViews(ctx, listingIds), countSaves(ctx, listingIds)]);
    yield opportunities.flatMap((opportunity): OfferedLine[] => {
      const own = offers.filter(({ opportunityId }) => opportunityId === opportunity.id);
      if (own.length === 0) return [{ opportunity, offer: null, seen: 0, saved: 0 }];
      return own.map((offer) => ({
        ...{ opportunity, offer },
        seen: views.get(offer.listingId) ?? 0,
        saved: saves.get(offer.listingId) ?? 0,
      }));
    });
  }
}

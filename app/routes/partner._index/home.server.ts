import type { RequestContext } from "#app/http/load-context.ts";
import type { Context, Partner } from "#app/domain/context.ts";
import { addDays, localDate } from "#app/domain/districts/zone.ts";
import { listEnteredFor } from "#app/domain/listings/entered-for-partner.server.ts";
import { LIFECYCLE, type ListingState } from "#app/domain/listings/lifecycle.ts";
import { listOffers, listOffersInNeed, type OfferStatus } from "#app/domain/listings/offering-status.server.ts";
import { countViews } from "#app/domain/listings/views.server.ts";
import { countSaves } from "#app/domain/saved/listings.server.ts";
import {
  countByState,
  countOpportunities,
  listOpportunities,
  OPPORTUNITIES_PAGE_SIZE,
} from "#app/domain/opportunities/opportunities.server.ts";
import { listStandings } from "#app/domain/organizations/requesting.server.ts";
import { pageOf } from "#app/http/page-number.ts";
import { sayDay } from "#app/i18n/format-dates.ts";

/** A partnership that ends no later than so many days from now needs a look. */
const ENDING_DAYS = 30;

/** What waits for the partner, newest word of each district. */
export async function readNeeds(ctx: Context<Partner>, locale: RequestContext["locale"]) {
  const [offers, organizations, entered] = await Promise.all([
    listOffersInNeed(ctx),
    listStandings(ctx),
    listEnteredFor(ctx),
  ]);
  const [toConfirm, toChange] = [offers.filter(isToConfirm), offers.filter((offer) => !isToConfirm(offer))];
  // A day early for the zone is early enough.
  const soon = addDays(localDate(ctx.now, "UTC"), ENDING_DAYS);
  const standings = organizations.flatMap(({ name: organization, districts }) =>
    districts
      .filter(
        ({ standing, inForceUntil }) =>
          standing === "declined" ||
          standing === "suspended" ||
          standing === "lapsed" ||
          (standing === "approved" && inForceUntil !== null && inForceUntil <= soon),
      )
      .map(({ id, name, standing, inForceUntil }) => ({
        ...{ id, organization, district: name, standing },
        until: inForceUntil && sayDay(inForceUntil, locale),
      })),
  );
  return {
    toConfirm: toConfirm.map((offer) => ({ ...offer, leavesAfter: sayDay(offer.leavesAfter ?? "", locale) })),
    toChange,
    entered: entered.map(({ enteredOn, ...each }) => ({ ...each, day: sayDay(enteredOn, locale) })),
    standings,
  };
}

const isToConfirm = ({ leavesAfter }: OfferStatus) => leavesAfter !== null;

/** One page of what the partner offers, with where it stands and how often it was seen and saved. */
export async function readOffered(ctx: Context<Partner>, asked: URLSearchParams) {
  const counts = await countByState(ctx);
  const [district, state] = [asked.get("district"), asked.get("state")];
  const where = counts.find((count) => count.district === district && count.state === state) ?? null;
  const rows = await countOpportunities(ctx, where);
  const { page, pages } = pageOf(asked.get("page"), { rows, size: OPPORTUNITIES_PAGE_SIZE });
  const lines = await listOpportunities(ctx, { page, where });
  const offers = lines.length
    ? await listOffers(
        ctx,
        lines.map(({ id }) => id),
      )
    : [];
  const listingIds = offers.map(({ listingId }) => listingId);
  const [views, saves] = await Promise.all([countViews(ctx, listingIds), countSaves(ctx, listingIds)]);
  const newest = offers.filter(
    (offer, i) => offers.findIndex((other) => isSamePlace(offer, other)) === i || !hasEnded(offer.state),
  );
  const opportunities = lines.map(({ updatedAt: _, ...line }) => ({
    ...line,
    offers: newest
      .filter((offer) => offer.opportunityId === line.id)
      .map((offer) => ({
        ...offer,
        seen: views.get(offer.listingId) ?? 0,
        saved: saves.get(offer.listingId) ?? 0,
        mayRenew: hasEnded(offer.state),
      })),
  }));
  return { counts, where, page, pages, opportunities };
}

const isSamePlace = (a: OfferStatus, b: OfferStatus) =>
  a.opportunityId === b.opportunityId && a.districtId === b.districtId;
const hasEnded = (state: ListingState) => LIFECYCLE.renew.from.some((ended) => ended === state);

export type Needs = Awaited<ReturnType<typeof readNeeds>>;
export type Offered = Awaited<ReturnType<typeof readOffered>>;

import type { Context, Partner } from "#app/domain/context.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { lastDayOf } from "#app/domain/listings/last-day.ts";
import { listOffers, type Place } from "#app/domain/listings/offering-status.server.ts";
import { publicContent } from "#app/domain/listings/published.server.ts";
import type { OwnOpportunity } from "#app/domain/opportunities/drafting.server.ts";
import { contentOnly } from "#app/domain/opportunities/empty-content.ts";
import { listPartnerDistricts } from "#app/domain/organizations/partnerships.server.ts";

const UNPLACED: Place = {
  ...{ pathwayIds: [], subClusters: null, labels: [], schoolIds: [] },
  ...{ onlyGrades: [], onlyGroups: [], noteToReaders: null },
};

/**
 * The working copy as it would stand in a district: the one asked for by its slug, else one it is offered to, else one
 * it could be. `districts`: all it may be looked at in.
 */
export async function placeIn(ctx: Context<Partner>, opportunity: OwnOpportunity, slug: string | null) {
  const [offers, partners] = await Promise.all([
    listOffers(ctx, opportunity.id),
    listPartnerDistricts(ctx, opportunity.organizationId),
  ]);
  const offered = offers.map(({ districtId, districtSlug, districtName }) => ({
    ...{ districtId, slug: districtSlug, name: districtName },
  }));
  const open = partners.toSorted((a, b) => Number(b.inForce) - Number(a.inForce));
  const places = [...new Map([...offered, ...open].map((each) => [each.districtId, each])).values()];
  const chosen = places.find((each) => each.slug === slug) ?? places[0];
  const offer = offers.find(({ districtId }) => districtId === chosen?.districtId);
  const { subClusters, ...place } = offer?.placed ?? UNPLACED;
  return {
    district: chosen ? await getDistrict(ctx.db, chosen.districtId) : null,
    districts: places.map(({ slug: value, name }) => ({ value, label: name })),
    slug: offer?.placed ? offer.slug : null,
    listing: {
      ...place,
      content: publicContent(contentOnly(opportunity)),
      organization: { id: opportunity.organizationId, ...opportunity.organization },
      subClusters: subClusters ?? opportunity.subClusters,
      closesOn: lastDayOf(opportunity),
      publishedAt: null,
      confirmedAt: null,
    },
  };
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict, listPathways } from "#app/domain/districts/districts.server.ts";
import { lastDayOf } from "#app/domain/listings/last-day.ts";
import { startingPlace } from "#app/domain/listings/placing.ts";
import { publicContent } from "#app/domain/listings/published.server.ts";
import { soundQuery } from "#app/domain/listings/review-criteria.ts";
import { getReview } from "#app/domain/listings/review-detail.server.ts";
import { withSpanishToCome } from "#app/domain/translation/district-spanish.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { readPreview } from "#app/http/listing-preview.server.tsx";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ListingPreview } from "#app/ui/listing-preview.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const review = await getReview(ctx, idParam(args.params, "listingId"));
  const district = await getDistrict(ctx.db, ctx.actor.districtId);
  if (!review || !district) throw notFound();
  const { listing, organization, content, awaiting } = review;
  const { pathwaysSuggested: _, ...place } = startingPlace(review, await listPathways(ctx.db, district.id));
  return {
    listingId: listing.id,
    title: translator(args.context.locale)("posting:preview.title", { title: content.title }),
    from: soundQuery(new URL(args.request.url).searchParams.get("from") ?? ""),
    preview: await readPreview(args.context, args.request, {
      district,
      slug: listing.publishedRevisionId && listing.slug,
      listing: {
        ...listing,
        ...place,
        organization,
        content: publicContent(await withSpanishToCome(ctx.db, listing.id, content)),
        // What an approval now would make of it.
        ...(awaiting && { closesOn: lastDayOf(content), confirmedAt: listing.submittedAt }),
      },
    }),
  };
}

/** The text a coordinator judges, as readers will get it once it is approved. */
export default function ReviewPreview() {
  const { listingId, title, from, preview } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeading
        title={title}
        lede={t("posting:preview.coordinator_lede")}
        actions={
          <ButtonLink to={paths.coordinator.reviewListing(listingId, from)} variant="quiet" icon="arrow-left">
            {t("coordinator:change.back")}
          </ButtonLink>
        }
      />
      <ListingPreview preview={preview} />
    </>
  );
}

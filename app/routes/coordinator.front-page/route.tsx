import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { listCollections } from "#app/domain/listings/collections.server.ts";
import { listFeatured } from "#app/domain/listings/featuring.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { translator } from "#app/i18n/translator.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { AnswerNotice } from "#app/ui/curating/answer-notice.tsx";
import { OrderButtons } from "#app/ui/curating/order-buttons.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Tag } from "#app/ui/tag.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const [district, featured, collections] = await Promise.all([
    getDistrict(ctx.db, ctx.actor.districtId),
    listFeatured(ctx.db, ctx.actor.districtId),
    listCollections(ctx),
  ]);
  const key = () => crypto.randomUUID();
  return {
    title: translator(args.context.locale)("curating:front.page_title"),
    district: district?.slug ?? "",
    featured: featured.map((listing) => ({ ...listing, idempotencyKey: key() })),
    collections: collections.map(({ publishedAt, ...collection }) => ({
      ...collection,
      isPublished: publishedAt !== null,
      idempotencyKey: key(),
    })),
  };
}

/** What stands on top of the district's front page: the featured listings and the collections, each in its order. */
export default function FrontPageDesk() {
  const { title, district, featured, collections } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHeading
        title={title}
        lede={t("curating:front.lede")}
        actions={
          <ButtonLink to={paths.district(locale, district)} variant="secondary" icon="eye">
            {t("settings:see_front")}
          </ButtonLink>
        }
      />
      <AnswerNotice />
      <section aria-labelledby="featured" className="mb-10">
        <h2 id="featured" className="mb-3">
          {t("curating:front.featured")}
        </h2>
        {featured.length === 0 && <p className="text-muted">{t("curating:front.featured_none")}</p>}
        <ol className="divide-y divide-line rounded-card border border-line bg-surface" hidden={featured.length === 0}>
          {featured.map((listing, at) => (
            <li key={listing.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
              <Link to={paths.coordinator.reviewListing(listing.id)} className="min-w-0 font-semibold break-words">
                {listing.title}
              </Link>
              <OrderButtons
                action={paths.coordinator.featured(listing.id)}
                field="change"
                name={listing.title}
                idempotencyKey={listing.idempotencyKey}
                isFirst={at === 0}
                isLast={at === featured.length - 1}
                remove={t("curating:front.remove_short")}
              />
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="collections">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <h2 id="collections">{t("curating:collections.title")}</h2>
          <ButtonLink to={paths.coordinator.newCollection()} icon="plus" variant="secondary">
            {t("curating:collections.new")}
          </ButtonLink>
        </div>
        {collections.length === 0 && <p className="text-muted">{t("curating:collections.about")}</p>}
        <ol
          className="divide-y divide-line rounded-card border border-line bg-surface"
          hidden={collections.length === 0}
        >
          {collections.map(({ id, name, count, isPublished, idempotencyKey }, at) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
              <span className="min-w-0">
                <Link to={paths.coordinator.collection(id)} className="font-semibold break-words">
                  {name}
                </Link>{" "}
                <span className="text-muted">{t("curating:collections.count", { count })}</span>{" "}
                <Tag tone={isPublished ? "success" : "neutral"}>
                  {t(isPublished ? "curating:collections.is_published" : "curating:collections.is_hidden")}
                </Tag>
              </span>
              <OrderButtons
                action={paths.coordinator.collectionPlace(id)}
                field="direction"
                name={name}
                idempotencyKey={idempotencyKey}
                isFirst={at === 0}
                isLast={at === collections.length - 1}
              />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

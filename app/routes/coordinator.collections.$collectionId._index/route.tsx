import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { findForCollection, listHeld } from "#app/domain/listings/collection-listings.server.ts";
import { getCollection } from "#app/domain/listings/collections.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { useLocale, useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { AnswerNotice } from "#app/ui/curating/answer-notice.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { AddListings } from "./add-listings.tsx";
import { HeldListings } from "./held-listings.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.name }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const collection = await getCollection(ctx, idParam(args.params, "collectionId"));
  if (!collection) throw notFound();
  const { id, name, slug, about, publishedAt } = collection;
  const words = (new URL(args.request.url).searchParams.get("q") ?? "").trim().slice(0, 80);
  const [district, held, found] = await Promise.all([
    getDistrict(ctx.db, ctx.actor.districtId),
    listHeld(ctx, id),
    words ? findForCollection(ctx, id, words) : [],
  ]);
  const withKey = (row: (typeof held)[number]) => ({ ...row, idempotencyKey: crypto.randomUUID() });
  return {
    ...{ id, name, about, words, slug },
    district: district?.slug ?? "",
    isPublished: publishedAt !== null,
    held: held.map(withKey),
    found: found.map(withKey),
    idempotencyKey: crypto.randomUUID(),
  };
}

export default function CollectionDesk() {
  const { id, name, about, words, slug, district, isPublished, held, found, idempotencyKey } =
    useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHeading
        title={name}
        lede={about}
        actions={
          <>
            {isPublished && (
              <ButtonLink to={paths.collection(locale, district, slug)} variant="secondary" icon="eye">
                {t("curating:collections.see")}
              </ButtonLink>
            )}
            <ButtonLink to={paths.coordinator.collectionText(id)} variant="secondary" icon="pencil">
              {t("curating:collections.edit")}
            </ButtonLink>
          </>
        }
      />
      <AnswerNotice />
      <Form method="post" action={paths.coordinator.collectionPublication(id)} className="mb-8">
        <IdempotencyKey value={idempotencyKey} />
        <p className="mb-3">
          <Tag tone={isPublished ? "success" : "neutral"}>
            {t(isPublished ? "curating:collections.is_published" : "curating:collections.is_hidden")}
          </Tag>{" "}
          {t(isPublished ? "curating:collections.published_help" : "curating:collections.hidden_help")}
        </p>
        <Button name="on" value={isPublished ? "no" : "yes"} variant={isPublished ? "secondary" : "primary"}>
          {t(isPublished ? "curating:collections.unpublish" : "curating:collections.publish")}
        </Button>
      </Form>
      <HeldListings collectionId={id} held={held} />
      <AddListings collectionId={id} words={words} found={found} />
      <p className="mt-8 flex flex-wrap gap-3">
        <ButtonLink to={paths.coordinator.frontPage()} variant="quiet" icon="arrow-left">
          {t("curating:collections.back")}
        </ButtonLink>
        <ButtonLink to={paths.coordinator.collectionDeletion(id)} variant="danger" icon="trash-2">
          {t("curating:collections.delete")}
        </ButtonLink>
      </p>
    </>
  );
}

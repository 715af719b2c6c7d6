import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { listCollectionsOf } from "#app/domain/listings/collections.server.ts";
import { versionRead } from "#app/domain/listings/curation.ts";
import { isPublic } from "#app/domain/listings/lifecycle.ts";
import { getReaderFacts } from "#app/domain/listings/reader-facts.server.ts";
import { restrictListing } from "#app/domain/listings/restricting.server.ts";
import { restrictionFields } from "#app/domain/listings/restrictions.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { useT } from "#app/i18n/locale.tsx";
import { AnswerNotice } from "#app/ui/curating/answer-notice.tsx";
import { FeatureForm } from "./feature-form.tsx";
import { InCollections } from "./in-collections.tsx";
import { RestrictionForm, type RestrictionInput } from "./restriction-form.tsx";

const Restriction = z.object({ idempotencyKey: z.uuid(), version: versionRead, ...restrictionFields });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const facts = await getReaderFacts(ctx, listingId);
  if (!facts) throw notFound();
  const { version, state, onlyGrades, onlyGroups, noteToReaders, featuredAt } = facts;
  const collections = await listCollectionsOf(ctx, listingId);
  return {
    ...{ listingId, version },
    isPublic: isPublic(state),
    isFeatured: featuredAt !== null,
    restrictions: {
      onlyGrades: onlyGrades.map(String),
      onlyGroups: onlyGroups.join(", "),
      noteToReaders: noteToReaders ?? "",
    } satisfies RestrictionInput,
    collections: collections.map((collection) => ({ ...collection, idempotencyKey: crypto.randomUUID() })),
    idempotencyKey: crypto.randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return changeListing(args, {
    schema: Restriction,
    verb: (input) => restrictListing(ctx, input),
    refusals: {
      changed_since_read: "coordinator:refused.changed_since_read",
      open_to_nobody: { field: "onlyGrades", message: "curating:errors.open_to_nobody" },
    },
    next: (_, listingId) => paths.coordinator.forReaders(listingId, "restricted"),
  });
}

/** Everything the district adds to a listing for its readers, beside its place on the list. */
export default function ForReaders() {
  const { listingId, version, isPublic, isFeatured, restrictions, collections, idempotencyKey } =
    useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  const [form, fields] = useForm<RestrictionInput>({ id: "restrictions", lastResult, defaultValue: restrictions });
  const t = useT();
  return (
    <>
      <AnswerNotice />
      <RestrictionForm {...{ form, fields, version, idempotencyKey }} />
      <FeatureForm {...{ listingId, isPublic, isFeatured, idempotencyKey }} />
      <InCollections listingId={listingId} collections={collections} />
      <p className="mt-6">
        <Link to={paths.coordinator.reviewListing(listingId)}>{t("coordinator:change.back")}</Link>
      </p>
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { curateListing } from "#app/domain/listings/curation.server.ts";
import { curationFields, versionRead } from "#app/domain/listings/curation.ts";
import { paths } from "#app/http/paths.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { CurationForm } from "#app/ui/review/curation-form.tsx";

const Curation = z.object({
  idempotencyKey: z.uuid(),
  version: versionRead,
  ...curationFields,
});

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return changeListing(args, {
    schema: Curation,
    verb: (input) => curateListing(ctx, input),
    refusals: {
      changed_since_read: "coordinator:refused.changed_since_read",
      unknown_choice: "coordinator:refused.unknown_choice",
    },
    next: (_, listingId) => paths.coordinator.reviewListing(listingId),
  });
}

export default function Curate() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return <CurationForm idempotencyKey={idempotencyKey} lastResult={lastResult} />;
}

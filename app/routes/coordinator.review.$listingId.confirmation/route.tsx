import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { confirmListing } from "#app/domain/listings/confirming.server.ts";
import { paths } from "#app/http/paths.ts";
import { changeListing, Pressed } from "#app/http/transition.server.ts";
import { OneButtonPanel } from "#app/ui/review/one-button-form.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return changeListing(args, {
    schema: Pressed,
    verb: (input) => confirmListing(ctx, input),
    refusals: { not_published: "coordinator:refused.not_confirmable" },
    next: (_value, listingId) => paths.coordinator.changed(listingId, "confirmed"),
  });
}

export default function ConfirmListing() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return <OneButtonPanel name="confirmation" idempotencyKey={idempotencyKey} lastResult={lastResult} />;
}

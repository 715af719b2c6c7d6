import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { confirmListing } from "#app/domain/listings/confirming.server.ts";
import { paths } from "#app/http/paths.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { ChangePanel } from "#app/ui/review/change-panel.tsx";
import { OneButtonForm } from "#app/ui/review/one-button-form.tsx";

const Confirmation = z.object({ idempotencyKey: z.uuid() });

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return changeListing(args, {
    schema: Confirmation,
    verb: (input) => confirmListing(ctx, input),
    refusals: { not_published: "coordinator:refused.not_confirmable" },
    next: (_value, listingId) => paths.coordinator.changed(listingId, "confirmed"),
  });
}

/** What may be closed is on the list, and so may be confirmed. */
export default function ConfirmListing() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <ChangePanel name="confirmation" transition="close" lastResult={lastResult}>
      <OneButtonForm name="confirmation" idempotencyKey={idempotencyKey} lastResult={lastResult} />
    </ChangePanel>
  );
}

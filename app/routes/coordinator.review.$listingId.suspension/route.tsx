import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { LONGEST_NOTE } from "#app/domain/listings/curation.ts";
import { suspendListing } from "#app/domain/listings/suspending.server.ts";
import { paths } from "#app/http/paths.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { ChangePanel } from "#app/ui/review/change-panel.tsx";
import { SuspensionForm } from "#app/ui/review/suspension-form.tsx";

const Suspension = z.object({
  idempotencyKey: z.uuid(),
  note: z
    .string({ error: "coordinator:errors.pause_note_missing" })
    .trim()
    .min(1, { error: "coordinator:errors.pause_note_missing" })
    .max(LONGEST_NOTE),
});

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return changeListing(args, {
    schema: Suspension,
    verb: (input) => suspendListing(ctx, input),
    refusals: {
      not_on_list: "coordinator:refused.not_on_list",
    },
    next: ({ state }, listingId) => paths.coordinator.changed(listingId, state),
  });
}

export default function SuspendListing() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <ChangePanel name="suspension" transition="suspend" lastResult={lastResult}>
      <SuspensionForm idempotencyKey={idempotencyKey} lastResult={lastResult} />
    </ChangePanel>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { LONGEST_NOTE, versionRead } from "#app/domain/listings/curation.ts";
import { requestChanges } from "#app/domain/listings/review.server.ts";
import { paths } from "#app/http/paths.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { ChangeRequestForm } from "#app/ui/review/change-request-form.tsx";
import { DecisionPanel } from "#app/ui/review/decision-panel.tsx";

const ChangeRequest = z.object({
  idempotencyKey: z.uuid(),
  version: versionRead,
  note: z
    .string({ error: "coordinator:errors.note_missing" })
    .trim()
    .min(1, { error: "coordinator:errors.note_missing" })
    .max(LONGEST_NOTE),
});

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return changeListing(args, {
    schema: ChangeRequest,
    verb: (input) => requestChanges(ctx, input),
    refusals: {
      not_awaiting_review: "coordinator:refused.not_awaiting_review",
      changed_since_read: "coordinator:refused.changed_since_read",
    },
    next: (_, listingId) => paths.coordinator.decided(listingId),
  });
}

export default function RequestChanges() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <DecisionPanel name="change_request" lastResult={lastResult}>
      <ChangeRequestForm idempotencyKey={idempotencyKey} lastResult={lastResult} />
    </DecisionPanel>
  );
}

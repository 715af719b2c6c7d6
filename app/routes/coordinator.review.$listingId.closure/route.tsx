import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { closeListing } from "#app/domain/listings/closing.server.ts";
import { CLOSE_REASONS } from "#app/domain/listings/closing.ts";
import { paths } from "#app/http/paths.ts";
import { changeListing } from "#app/http/transition.server.ts";
import { ChangePanel } from "#app/ui/review/change-panel.tsx";
import { ClosureForm } from "#app/ui/review/closure-form.tsx";

const Closure = z.object({
  idempotencyKey: z.uuid(),
  reason: z.enum(CLOSE_REASONS, { error: "coordinator:errors.reason_missing" }),
});

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  return changeListing(args, {
    schema: Closure,
    verb: (input) => closeListing(ctx, input),
    refusals: {
      not_published: "coordinator:refused.not_published",
    },
    next: ({ state }, listingId) => paths.coordinator.changed(listingId, state),
  });
}

export default function CloseListing() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <ChangePanel name="closure" transition="close" lastResult={lastResult}>
      <ClosureForm idempotencyKey={idempotencyKey} lastResult={lastResult} />
    </ChangePanel>
  );
}

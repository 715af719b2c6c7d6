import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { restoreListing } from "#app/domain/listings/suspending.server.ts";
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
    verb: (input) => restoreListing(ctx, input),
    refusals: {
      not_suspended: "coordinator:refused.not_suspended",
      partnership_not_in_force: "coordinator:refused.partnership_not_in_force",
      over_before_shown: "coordinator:refused.over_before_restored",
    },
    next: ({ state }, listingId) => paths.coordinator.changed(listingId, state),
  });
}

export default function RestoreListing() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return <OneButtonPanel name="restoration" idempotencyKey={idempotencyKey} lastResult={lastResult} />;
}

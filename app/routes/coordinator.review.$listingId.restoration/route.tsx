import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { restoreListing, type RestorationRefusal } from "#app/domain/listings/publishing.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { ChangePanel } from "#app/ui/review/change-panel.tsx";
import { RestorationForm } from "#app/ui/review/restoration-form.tsx";

const Restoration = z.object({ idempotencyKey: z.uuid() });

const REFUSALS = {
  not_suspended: "coordinator:refused.not_suspended",
  partnership_not_in_force: "coordinator:refused.partnership_not_in_force",
  over_before_shown: "coordinator:refused.over_before_restored",
} as const satisfies Record<Exclude<RestorationRefusal, "not_found">, string>;

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const typed = args.request.clone();
  const form = await readForm(args, Restoration);
  if (!form.ok) return unprocessable(form);
  const outcome = await restoreListing(ctx, { listingId, ...form.value });
  if (outcome.ok) return redirect(`${paths.coordinator.reviewListing(listingId)}?now=${outcome.value.state}`);
  if (outcome.refusal === "not_found") throw notFound();
  return conflict(await typed.formData(), translator(args.context.locale)(REFUSALS[outcome.refusal]));
}

export default function RestoreListing() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return (
    <ChangePanel name="restoration" transition="restore" lastResult={lastResult}>
      <RestorationForm idempotencyKey={idempotencyKey} lastResult={lastResult} />
    </ChangePanel>
  );
}

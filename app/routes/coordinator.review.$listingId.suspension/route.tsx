import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { LONGEST_NOTE } from "#app/domain/listings/curation.ts";
import { suspendListing, type SuspensionRefusal } from "#app/domain/listings/publishing.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
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

const REFUSALS = {
  not_on_list: "coordinator:refused.not_on_list",
} as const satisfies Record<Exclude<SuspensionRefusal, "not_found">, string>;

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const typed = args.request.clone();
  const form = await readForm(args, Suspension);
  if (!form.ok) return unprocessable(form);
  const outcome = await suspendListing(ctx, { listingId, ...form.value });
  if (outcome.ok) return redirect(`${paths.coordinator.reviewListing(listingId)}?now=${outcome.value.state}`);
  if (outcome.refusal === "not_found") throw notFound();
  return conflict(await typed.formData(), translator(args.context.locale)(REFUSALS[outcome.refusal]));
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

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { LONGEST_NOTE } from "#app/domain/listings/curation.ts";
import { requestChanges, type DecisionRefusal } from "#app/domain/listings/review.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { ChangeRequestForm } from "#app/ui/review/change-request-form.tsx";
import { DecisionPanel } from "#app/ui/review/decision-panel.tsx";

const ChangeRequest = z.object({
  idempotencyKey: z.uuid(),
  version: z.number().int().positive().max(2147483647),
  note: z
    .string({ error: "coordinator:errors.note_missing" })
    .trim()
    .min(1, { error: "coordinator:errors.note_missing" })
    .max(LONGEST_NOTE),
});

const REFUSALS = {
  not_awaiting_review: "coordinator:refused.not_awaiting_review",
  changed_since_read: "coordinator:refused.changed_since_read",
} as const satisfies Record<Exclude<DecisionRefusal, "not_found">, string>;

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const typed = args.request.clone();
  const form = await readForm(args, ChangeRequest);
  if (!form.ok) return unprocessable(form);
  const outcome = await requestChanges(ctx, { listingId, ...form.value });
  if (outcome.ok) return redirect(paths.coordinator.review(new URLSearchParams({ decided: listingId })));
  if (outcome.refusal === "not_found") throw notFound();
  return conflict(await typed.formData(), translator(args.context.locale)(REFUSALS[outcome.refusal]));
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

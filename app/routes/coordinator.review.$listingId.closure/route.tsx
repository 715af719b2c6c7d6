import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { CLOSE_REASONS } from "#app/domain/listings/closing.ts";
import { closeListing, type ClosureRefusal } from "#app/domain/listings/publishing.server.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { ChangePanel } from "#app/ui/review/change-panel.tsx";
import { ClosureForm } from "#app/ui/review/closure-form.tsx";

const Closure = z.object({
  idempotencyKey: z.uuid(),
  reason: z.enum(CLOSE_REASONS, { error: "coordinator:errors.reason_missing" }),
});

const REFUSALS = {
  not_published: "coordinator:refused.not_published",
} as const satisfies Record<Exclude<ClosureRefusal, "not_found">, string>;

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const typed = args.request.clone();
  const form = await readForm(args, Closure);
  if (!form.ok) return unprocessable(form);
  const outcome = await closeListing(ctx, { listingId, ...form.value });
  if (outcome.ok) return redirect(`${paths.coordinator.reviewListing(listingId)}?now=${outcome.value.state}`);
  if (outcome.refusal === "not_found") throw notFound();
  return conflict(await typed.formData(), translator(args.context.locale)(REFUSALS[outcome.refusal]));
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

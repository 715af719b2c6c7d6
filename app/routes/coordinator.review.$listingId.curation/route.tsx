import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { curateListing, type CurationRefusal } from "#app/domain/listings/curation.server.ts";
import { curationFields } from "#app/domain/listings/curation.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";
import { CurationForm } from "#app/ui/review/curation-form.tsx";

const Curation = z.object({
  idempotencyKey: z.uuid(),
  version: z.number().int().positive().max(2147483647),
  ...curationFields,
});

const REFUSALS = {
  changed_since_read: "coordinator:refused.changed_since_read",
  unknown_choice: "coordinator:refused.unknown_choice",
} as const satisfies Record<Exclude<CurationRefusal, "not_found">, string>;

export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args);
  return { idempotencyKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const listingId = idParam(args.params, "listingId");
  const typed = args.request.clone();
  const form = await readForm(args, Curation);
  if (!form.ok) return unprocessable(form);
  const outcome = await curateListing(ctx, { listingId, ...form.value });
  if (outcome.ok) return redirect(paths.coordinator.reviewListing(listingId));
  if (outcome.refusal === "not_found") throw notFound();
  return conflict(await typed.formData(), translator(args.context.locale)(REFUSALS[outcome.refusal]));
}

export default function Curate() {
  const { idempotencyKey } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.lastResult;
  return <CurationForm idempotencyKey={idempotencyKey} lastResult={lastResult} />;
}

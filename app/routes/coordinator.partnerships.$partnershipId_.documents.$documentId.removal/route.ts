import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { removeDocument } from "#app/domain/organizations/documents.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Removal = z.object({ isRemoved: z.enum(["yes", "no"]), idempotencyKey: z.uuid() });

/** A document is taken from a partner's page, or brought back to it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const partnershipId = idParam(args.params, "partnershipId");
  const documentId = idParam(args.params, "documentId");
  const form = await readForm(args, Removal);
  if (!form.ok) return unprocessable(form);
  const isRemoved = form.value.isRemoved === "yes";
  const { idempotencyKey } = form.value;
  const outcome = await removeDocument(ctx, { partnershipId, documentId, isRemoved, idempotencyKey });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  const said = outcome.ok ? (isRemoved ? `?removed=${documentId}` : "") : "?problem=too_late";
  return redirect(`${paths.coordinator.partnership(partnershipId)}${said}#documents`);
}

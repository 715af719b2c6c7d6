import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireCoordinator } from "#app/auth/guards.server.ts";
import { takeBackNote } from "#app/domain/organizations/notes.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Removal = z.object({ idempotencyKey: z.uuid() });

/** Its writer takes a note back; what is too old, or another's, stays and the page says so. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args);
  const partnershipId = idParam(args.params, "partnershipId");
  const noteId = idParam(args.params, "noteId");
  const form = await readForm(args, Removal);
  if (!form.ok) return unprocessable(form);
  const outcome = await takeBackNote(ctx, { ...form.value, partnershipId, noteId });
  if (!outcome.ok && outcome.refusal === "not_found") throw notFound();
  return redirect(`${paths.coordinator.partnership(partnershipId)}${outcome.ok ? "" : "?problem=note_kept"}#notes`);
}

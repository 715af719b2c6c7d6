import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireOperator } from "#app/auth/guards.server.ts";
import { liftSuppression } from "#app/domain/operations/parked-mails.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";

const Lifting = z.object({ reference: z.string().max(64) });

/** Writes to an address again that took no mail of ours. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOperator(args);
  const form = await readForm(args, Lifting);
  if (!form.ok) return unprocessable(form);
  const lifted = await liftSuppression(ctx, form.value.reference);
  return redirect(paths.operator.mail(lifted.ok ? "lifted" : "gone"));
}

import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePartner } from "#app/auth/guards.server.ts";
import { confirmAllAsked } from "#app/domain/listings/confirming.server.ts";
import { readForm } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";

const Confirmations = z.object({ idempotencyKey: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const form = await readForm(args, Confirmations);
  if (!form.ok) throw new Response(null, { status: 422 });
  await confirmAllAsked(ctx, form.value);
  return redirect(paths.partner.home("done=confirmed"));
}

import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { switchProvider } from "#app/auth/identity-providers.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Switch = z.object({ on: z.enum(["yes", "no"]) });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const id = idParam(args.params, "providerId");
  const form = await readForm(args, Switch);
  if (!form.ok) return unprocessable(form);
  const outcome = await switchProvider(ctx, { id, on: form.value.on === "yes" });
  if (!outcome.ok) throw notFound();
  return redirect(paths.coordinator.providers());
}

import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireAdmin } from "#app/auth/guards.server.ts";
import { settingsForm } from "#app/domain/districts/settings.ts";
import { restoreMatchingWeights } from "#app/domain/matching/weighing.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";

/** Nothing was typed: whoever comes too late sees what is there now. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAdmin(args);
  const form = await readForm(args, z.object(settingsForm));
  if (!form.ok) return unprocessable(form);
  const outcome = await restoreMatchingWeights(ctx, form.value);
  return redirect(
    outcome.ok ? paths.coordinator.settings.home("matching") : paths.coordinator.settings.topic("matching"),
  );
}

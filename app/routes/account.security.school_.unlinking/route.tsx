import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePerson } from "#app/auth/guards.server.ts";
import { unlinkSchool } from "#app/auth/school-entry.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";

const Unlinking = z.object({ providerId: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const form = await readForm(args, Unlinking);
  if (!form.ok) return unprocessable(form);
  await unlinkSchool(ctx, form.value);
  return redirect(paths.account.school());
}

import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePerson } from "#app/auth/guards.server.ts";
import { asRelative } from "#app/auth/relative.server.ts";
import { makeFamilyCode } from "#app/domain/people/guardianships.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const relative = await asRelative(ctx, args);
  if (!relative) throw notFound();
  const form = await readForm(args, z.object({ idempotencyKey: z.uuid() }));
  if (!form.ok) return unprocessable(form);
  await makeFamilyCode(relative, form.value);
  return redirect(paths.account.family());
}

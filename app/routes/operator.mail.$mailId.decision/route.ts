import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireOperator } from "#app/auth/guards.server.ts";
import { settleParkedMail } from "#app/domain/operations/parked-mails.server.ts";
import { PARKED_OUTCOMES } from "#app/domain/operations/parked-mails.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { idParam } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";

const Decision = z.object({ outcome: z.enum(PARKED_OUTCOMES) });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOperator(args);
  const mailId = idParam(args.params, "mailId");
  const form = await readForm(args, Decision);
  if (!form.ok) return unprocessable(form);
  const settled = await settleParkedMail(ctx, mailId, form.value.outcome);
  return redirect(paths.operator.mail(settled.ok ? form.value.outcome : "gone"));
}

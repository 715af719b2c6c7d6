import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePerson } from "#app/auth/guards.server.ts";
import { requestMembership } from "#app/domain/organizations/membership-requests.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, waitAWhile } from "#app/http/rate-limits.server.ts";

const Asking = z.object({ organizationId: z.guid(), idempotencyKey: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const form = await readForm(args, Asking);
  if (!form.ok) return unprocessable(form);
  const wait = await countTry(args.context, "asking", ctx.actor.userId);
  if (wait) throw waitAWhile(wait);
  const outcome = await requestMembership(ctx, form.value);
  if (outcome.ok) return redirect(paths.join.organization(args.context.locale));
  if (outcome.refusal === "already_member") return redirect(paths.partner.partnerships());
  if (outcome.refusal === "not_for_students") return redirect(paths.account.home());
  throw notFound();
}

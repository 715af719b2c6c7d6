import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireOperator } from "#app/auth/guards.server.ts";
import { forgetJob, retryJob } from "#app/domain/operations/dead-jobs.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";

const Decision = z.object({ choice: z.enum(["retry", "forget"]) });

/** A job that is no longer dead was decided about by somebody else: the list says so. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOperator(args);
  const form = await readForm(args, Decision);
  if (!form.ok) return unprocessable(form);
  const { choice } = form.value;
  const outcome = await (choice === "retry" ? retryJob : forgetJob)(ctx, args.params.jobId ?? "");
  return redirect(paths.operator.jobs(outcome.ok ? choice : "gone"));
}

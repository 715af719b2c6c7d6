import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePartner } from "#app/auth/guards.server.ts";
import { idParam } from "#app/http/id-param.ts";
import { askedStep, saveStep } from "#app/http/step-save.server.ts";

const STATUS = { saved: 200, unsound: 422, elsewhere: 409 } as const;

/** A step's form, sent by the browser while it is being filled in. Both versions are shown by its button's answer. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePartner(args);
  const opportunityId = idParam(args.params, "opportunityId");
  const save = await saveStep(args, ctx, { opportunityId, step: askedStep(args.request) });
  return Response.json(save.state === "saved" ? { version: save.version } : {}, { status: STATUS[save.state] });
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePerson } from "#app/auth/guards.server.ts";
import { pauseSearch } from "#app/domain/saved/searches.server.ts";
import { idParam } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";

const Pause = z.object({ pause: z.enum(["yes", "no"]), idempotencyKey: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const searchId = idParam(args.params, "searchId");
  return answerChange(args, {
    schema: Pause,
    verb: ({ pause, idempotencyKey }) => pauseSearch(ctx, { searchId, isPaused: pause === "yes", idempotencyKey }),
    refusals: {},
    next: (_, { pause }) => paths.account.searches(pause === "yes" ? "paused" : "resumed"),
  });
}

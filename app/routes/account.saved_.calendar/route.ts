import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requirePerson } from "#app/auth/guards.server.ts";
import { remindAsked } from "#app/domain/saved/calendar-links.ts";
import { makeCalendarLink } from "#app/domain/saved/calendar-links.server.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange } from "#app/http/transition.server.ts";

const Made = z.object({ remindDays: z.string().optional(), idempotencyKey: z.uuid() });

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  return answerChange(args, {
    schema: Made,
    verb: ({ remindDays = null, idempotencyKey }) =>
      makeCalendarLink(ctx, { remindDays: remindAsked(remindDays), idempotencyKey }),
    refusals: {},
    next: () => paths.account.saved("calendar_made"),
  });
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePerson } from "#app/auth/guards.server.ts";
import { endCalendarLink } from "#app/domain/saved/calendar-links.server.ts";
import { paths } from "#app/http/paths.ts";
import { answerChange, Pressed } from "#app/http/transition.server.ts";

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  return answerChange(args, {
    schema: Pressed,
    verb: ({ idempotencyKey }) => endCalendarLink(ctx, { idempotencyKey }),
    refusals: {},
    next: () => paths.account.saved("calendar_ended"),
  });
}

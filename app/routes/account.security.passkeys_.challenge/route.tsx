import type { ActionFunctionArgs } from "@remix-run/node";
import { attemptCookie } from "#app/auth/attempt-cookie.server.ts";
import { currentPerson, requirePerson } from "#app/auth/guards.server.ts";
import { beginRegistration } from "#app/auth/passkey-registration.server.ts";
import { countTry, waitAWhile } from "#app/http/rate-limits.server.ts";
import { translator } from "#app/i18n/translator.ts";

/** For the page's script: what to ask the browser's device for. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args);
  const { context } = args;
  const wait = await countTry(context, "code", ctx.actor.userId);
  if (wait) return waitAWhile(wait);
  const person = await currentPerson(args);
  const site = { name: translator(context.locale)("brand"), origin: context.origin };
  const { token, options } = await beginRegistration(ctx, site, person?.email ?? "");
  const cookie = attemptCookie(token, { secure: context.secureCookies });
  return Response.json(options, { headers: { "Set-Cookie": cookie, "Cache-Control": "no-store" } });
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { attemptCookie, attemptToken } from "#app/auth/attempt-cookie.server.ts";
import { beginPasskeyEntry } from "#app/auth/passkey-entry.server.ts";
import { countTry, waitAWhile } from "#app/http/rate-limits.server.ts";

/** For the script of the sign-in pages: what to ask the browser's devices. */
export async function action({ request, context }: ActionFunctionArgs) {
  const secure = context.secureCookies;
  const wait = await countTry(context, "passkey");
  if (wait) return waitAWhile(wait);
  const { token, options } = await beginPasskeyEntry(context, attemptToken(request, { secure }));
  return Response.json(options, {
    headers: { "Set-Cookie": attemptCookie(token, { secure }), "Cache-Control": "no-store" },
  });
}

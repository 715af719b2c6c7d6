import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { sessionCookie, sessionToken } from "#app/auth/session-cookie.server.ts";
import { endSession } from "#app/auth/sessions.server.ts";
import { paths } from "#app/http/paths.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const secure = context.secureCookies;
  const token = sessionToken(request, { secure });
  if (token) await endSession(context.db, token);
  return redirect(paths.home(context.locale), { headers: { "Set-Cookie": sessionCookie("", { secure }) } });
}

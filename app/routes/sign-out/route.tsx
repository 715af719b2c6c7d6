import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { signOut } from "#app/auth/own-sessions.server.ts";
import { sessionCookie, sessionToken } from "#app/auth/session-cookie.server.ts";
import { paths } from "#app/http/paths.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const secure = context.secureCookies;
  const token = sessionToken(request, { secure });
  if (token) await signOut(context, token);
  return redirect(paths.home(context.locale), { headers: { "Set-Cookie": sessionCookie("", { secure }) } });
}

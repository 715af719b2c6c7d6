import { redirect } from "@remix-run/node";
import type { RequestContext } from "#app/http/load-context.ts";
import { paths } from "#app/http/paths.ts";
import { safeNext } from "#app/http/safe-next.ts";
import { languageCookie } from "#app/i18n/language-cookie.ts";
import { attemptCookie } from "./attempt-cookie.server.ts";
import type { Entered } from "./entering.server.ts";
import { homeOf } from "./guards.server.ts";
import { rolesOf } from "./roles.server.ts";
import { sessionCookie } from "./session-cookie.server.ts";

/** Where a way in leads: to the second factor, or with a session to `next` or the person's own desk. */
export async function afterEntering(context: RequestContext, entered: Entered, next: string | null | undefined) {
  const secure = context.secureCookies;
  const safe = safeNext(next);
  if (entered.step === "second_factor") {
    const headers = { "Set-Cookie": attemptCookie(entered.token, { secure }) };
    const query = safe ? `?${new URLSearchParams({ next: safe })}` : "";
    return redirect(paths.secondFactor(context.locale) + query, { headers });
  }
  const headers = new Headers([
    ["Set-Cookie", sessionCookie(entered.token, { secure })],
    ["Set-Cookie", attemptCookie("", { secure })],
    ["Set-Cookie", languageCookie(entered.locale, { secure })],
  ]);
  return redirect(safe ?? homeOf({ ...(await rolesOf(context.db, entered.userId)), locale: entered.locale }), {
    headers,
  });
}

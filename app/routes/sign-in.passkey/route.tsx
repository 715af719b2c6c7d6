import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { attemptCookie, attemptToken } from "#app/auth/attempt-cookie.server.ts";
import { describeDevice } from "#app/auth/device.ts";
import { afterEntering } from "#app/auth/entering-response.server.ts";
import { enterByPasskey } from "#app/auth/passkey-entry.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { countTry } from "#app/http/rate-limits.server.ts";
import { safeNext } from "#app/http/safe-next.ts";

const Answer = z.object({ credential: z.string().max(20_000), next: z.string().optional() });

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const form = await readForm(args, Answer);
  if (!form.ok) return unprocessable(form);
  const secure = context.secureCookies;
  const { credential, next } = form.value;
  const device = describeDevice(request.headers.get("User-Agent"));
  const tooMany = await countTry(context, "passkey");
  const token = attemptToken(request, { secure });
  const outcome = tooMany ? null : await enterByPasskey(context, { token, credential, device });
  if (outcome?.ok) return afterEntering(context, outcome.value, next);
  const query = new URLSearchParams({ ...(safeNext(next) && { next: safeNext(next)! }), problem: "passkey" });
  const headers = { "Set-Cookie": attemptCookie("", { secure }) };
  return redirect(`${paths.signIn(context.locale)}?${query}`, { headers });
}

import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { describeDevice } from "#app/auth/device.ts";
import { afterEntering } from "#app/auth/entering-response.server.ts";
import { currentPerson } from "#app/auth/guards.server.ts";
import { clientOf, getOffered } from "#app/auth/identity-providers.server.ts";
import { finish } from "#app/auth/openid.server.ts";
import { readSchoolAttempt, schoolCookie } from "#app/auth/school-attempt.server.ts";
import { enterBySchool, linkSchool } from "#app/auth/school-entry.server.ts";
import { isAllowedIssuer } from "#app/domain/people/issuers.ts";
import { idParam } from "#app/http/id-param.ts";
import { paths, type SignInProblem } from "#app/http/paths.ts";
import { countTry } from "#app/http/rate-limits.server.ts";

/**
 * Where the issuer sends the browser back. It begins a session although it is a GET, as the protocol has it: only in
 * the browser that holds the sealed attempt, once per code.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const id = idParam(args.params, "providerId");
  const attempt = readSchoolAttempt(request, context);
  const person = attempt?.linkTo ? await currentPerson(args) : null;
  const isLinking = !!attempt?.linkTo && attempt.linkTo === person?.id;
  const back = (problem: SignInProblem | null) => {
    const query = problem ? `?problem=${problem}` : "";
    const signIn = () => paths.signInProblem(attempt?.locale ?? context.locale, problem ?? "school_refused");
    const to = isLinking ? paths.account.school() + query : signIn();
    return redirect(to, { headers: { "Set-Cookie": schoolCookie(context, null) } });
  };
  if (attempt?.providerId !== id || (attempt.linkTo && !isLinking)) return back("school_refused");
  const provider = await getOffered(context.db, id);
  if (!provider || !isAllowedIssuer(provider.kind, provider.issuer, context.issuers)) return back("school_refused");
  if (await countTry(context, "passkey")) return back("school_away");
  const returned = new URL(context.origin + paths.schoolReturn(id));
  returned.search = new URL(request.url).search;
  const answer = await finish(clientOf(context.keys, provider), returned, attempt);
  if (!answer.ok) return back(answer.refusal === "unreachable" ? "school_away" : "school_refused");
  const claims = answer.value;
  if (isLinking) {
    const actor = { kind: "person", userId: person.id } as const;
    const linked = await linkSchool({ db: context.db, now: context.now, actor }, { provider, claims });
    return back(linked.ok ? null : `school_${linked.refusal}`);
  }
  const device = describeDevice(request.headers.get("User-Agent"));
  const entered = await enterBySchool(context, { provider, claims, device });
  if (!entered.ok) return back(`school_${entered.refusal}`);
  const response = await afterEntering(context, entered.value, attempt.next);
  response.headers.append("Set-Cookie", schoolCookie(context, null));
  return response;
}

import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { isRecent } from "#app/auth/confirming.server.ts";
import { currentPerson } from "#app/auth/guards.server.ts";
import { clientOf, getOffered } from "#app/auth/identity-providers.server.ts";
import { begin } from "#app/auth/openid.server.ts";
import { schoolCookie } from "#app/auth/school-attempt.server.ts";
import { isAllowedIssuer } from "#app/domain/people/issuers.ts";
import { idParam, notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { safeNext } from "#app/http/safe-next.ts";

/** To the issuer and back: a link, since no form of ours may lead to another site. It changes nothing here. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const provider = await getOffered(context.db, idParam(params, "providerId"));
  if (!provider || !isAllowedIssuer(provider.kind, provider.issuer, context.issuers)) throw notFound();
  const asked = new URL(request.url).searchParams;
  const person = asked.has("link") ? await currentPerson(args) : null;
  if (person && !isRecent(person.session, context.now))
    return redirect(paths.signInAgain(context.locale, paths.account.school()));
  const begun = await begin(clientOf(context.keys, provider), context.origin + paths.schoolReturn(provider.id));
  if (!begun.ok)
    return redirect(
      person ? `${paths.account.school()}?problem=school_away` : paths.signInProblem(context.locale, "school_away"),
    );
  const attempt = {
    ...begun.value.secrets,
    ...{
      providerId: provider.id,
      next: safeNext(asked.get("next")),
      locale: context.locale,
      linkTo: person?.id ?? null,
    },
  };
  return redirect(begun.value.url, { headers: { "Set-Cookie": schoolCookie(context, attempt) } });
}

import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { tidyLine } from "#app/domain/opportunities/plain-text.ts";
import { sayPasswordProblems } from "#app/domain/people/password-rules.ts";
import { conflict, readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { countTry, tooManyTries } from "#app/http/rate-limits.server.ts";
import { translator } from "#app/i18n/translator.ts";
import { askingCookie, askingToken, browserHash } from "./asking-cookie.server.ts";
import { passwordProblems } from "./password-problems.server.ts";
import { signUp, type SigningUpAs } from "./sign-up.server.ts";

/** What everyone who signs up is asked; an empty password asks for links in mails instead. */
export const NewAccount = z.object({
  name: z.string().overwrite(tidyLine).min(1).max(80).regex(/\p{L}/u, { error: "joining:errors.name" }),
  email: z.email().max(254),
  password: z.string().max(1024).optional(),
  idempotencyKey: z.uuid(),
});

const SECRETS = ["password"];

/** A sign-up form, from what was typed to the page that asks to look into one's mail: the same for every address. */
export async function answerSignUp<S extends typeof NewAccount>(
  args: ActionFunctionArgs,
  schema: S,
  roleOf: (value: z.output<S>) => SigningUpAs,
) {
  const { context } = args;
  const t = translator(context.locale);
  const form = await readForm(args, schema, { secrets: SECRETS });
  if (!form.ok) return unprocessable(form);
  const { password: typed, ...fields } = form.value as z.output<typeof NewAccount>;
  const password = typed || null;
  const kept = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value ?? "")]));
  const problems = password ? passwordProblems(password, fields) : [];
  if (problems.length > 0) {
    const error = { password: sayPasswordProblems(t, problems, { hasSecondFactor: false }) };
    return data({ lastResult: { status: "error" as const, initialValue: kept, error } }, { status: 422 });
  }
  const wait = await countTry(context, "sign_up", fields.email);
  if (wait !== null) return tooManyTries(context, kept, wait);
  const secure = context.secureCookies;
  const token = askingToken(args.request, { secure });
  const account = { ...fields, ...roleOf(form.value), password, browserHash: browserHash(token) };
  const outcome = await signUp(context, account);
  if (!outcome.ok) return conflict(kept, t(`joining:refused.${outcome.refusal}`));
  const headers = { "Set-Cookie": askingCookie(token, { secure }) };
  return redirect(paths.join.sent(context.locale), { headers });
}

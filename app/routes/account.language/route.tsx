import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { currentPerson } from "#app/auth/guards.server.ts";
import { chooseLanguage } from "#app/domain/people/language.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { paths } from "#app/http/paths.ts";
import { safeNext } from "#app/http/safe-next.ts";
import { languageCookie } from "#app/i18n/language-cookie.ts";
import { LOCALES } from "#app/i18n/locales.ts";

const Choice = z.object({ language: z.enum(LOCALES), next: z.string().optional() });

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args, Choice);
  if (!form.ok) return unprocessable(form);
  const { language, next } = form.value;
  const person = await currentPerson(args);
  if (person) await chooseLanguage(args.context.db, person.id, language);
  const cookie = languageCookie(language, { secure: args.context.secureCookies });
  return redirect(safeNext(next) ?? paths.home(language), { headers: { "Set-Cookie": cookie } });
}

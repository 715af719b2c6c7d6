import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { currentPerson } from "#app/auth/guards.server.ts";
import { MOST_SAVED } from "#app/domain/saved/listings.ts";
import { saveListing } from "#app/domain/saved/listings.server.ts";
import { readForm, unprocessable } from "#app/http/forms.server.ts";
import { notFound } from "#app/http/id-param.ts";
import { paths } from "#app/http/paths.ts";
import { translator } from "#app/i18n/translator.ts";

const Change = z.object({ change: z.enum(["save", "remove"]) });

/**
 * Saves a listing in the account of whoever is signed in, or takes it off. A page's script asks for a word only;
 * without one, the answer is the page of what is saved, or of what saving needs.
 */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const { db, now, locale } = context;
  const [district, slug] = [params.district ?? "", params.slug ?? ""];
  const form = await readForm(args, Change);
  if (!form.ok) return unprocessable(form);
  const inWord = request.headers.get("accept") === "application/json";
  const person = await currentPerson(args);
  if (!person)
    return inWord
      ? Response.json({ refusal: "signed_out" }, { status: 401 })
      : redirect(paths.savedHere(locale, district, slug));
  const ctx = { db, now, actor: { kind: "person", userId: person.id } } as const;
  const saved = form.value.change === "save";
  const outcome = await saveListing(ctx, { district, slug, saved });
  if (outcome.ok)
    return inWord
      ? Response.json({ saved })
      : redirect(paths.account.saved(saved ? "saved" : "removed", `${district}/${slug}`));
  if (outcome.refusal === "not_found") throw notFound();
  const message = translator(locale)("site:saved.too_many", { count: MOST_SAVED });
  return inWord
    ? Response.json({ refusal: outcome.refusal, message }, { status: 409 })
    : redirect(paths.account.saved("full"));
}

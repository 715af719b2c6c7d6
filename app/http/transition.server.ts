import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import type { ParseKeys } from "i18next";
import type { z } from "zod";
import type { Outcome } from "#app/domain/context.ts";
import { translator, type Namespace } from "#app/i18n/translator.ts";
import { conflict, readForm, unprocessable } from "./forms.server.ts";
import { idParam, notFound } from "./id-param.ts";

type MessageKey = ParseKeys<["common", ...Namespace[]]>;

/**
 * One posted change of a listing, from form to answer: what is wrong with the input is said in the form (422), a rule's
 * no above it with what was typed (409), what is not there or not theirs is not found (404), and done leads on.
 * TypeScript asks for a message for each refusal of the verb.
 */
export async function changeListing<S extends z.ZodType<object>, T, R extends string>(
  args: ActionFunctionArgs,
  change: {
    schema: S;
    verb: (input: z.output<S> & { listingId: string }) => Promise<Outcome<T, R>>;
    refusals: Record<Exclude<R, "not_found">, MessageKey>;
    next: (value: T, listingId: string) => string;
  },
) {
  const listingId = idParam(args.params, "listingId");
  const typed = args.request.clone();
  const form = await readForm(args, change.schema);
  if (!form.ok) return unprocessable(form);
  const outcome = await change.verb({ ...form.value, listingId });
  if (outcome.ok) return redirect(change.next(outcome.value, listingId));
  const refusal: string = outcome.refusal;
  if (refusal === "not_found") throw notFound();
  const messages: Record<string, MessageKey> = change.refusals;
  const message = messages[refusal] as MessageKey;
  return conflict(await typed.formData(), translator(args.context.locale)(message));
}

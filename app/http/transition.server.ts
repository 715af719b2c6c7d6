import { data, redirect, type ActionFunctionArgs } from "@remix-run/node";
import type { ParseKeys } from "i18next";
import { z } from "zod";
import type { Outcome } from "#app/domain/context.ts";
import { translator, type Namespace } from "#app/i18n/translator.ts";
import { readForm, refusedForm, unprocessable } from "./forms.server.ts";
import { idParam, notFound } from "./id-param.ts";

type MessageKey = ParseKeys<["common", ...Namespace[]]>;

/** What a refusal is said by: above the form, or at the field that causes it. */
type Said = MessageKey | { field: string; message: MessageKey };

interface Change<S extends z.ZodType<object>, T, R extends string> {
  schema: S;
  verb: (input: z.output<S>) => Promise<Outcome<T, R>>;
  refusals: Record<Exclude<R, "not_found">, Said>;
  next: (value: T, input: z.output<S>) => string;
}

/**
 * One posted change, from form to answer: what is wrong with the input is said in the form (422), a rule's no above it
 * or at its field with what was typed (409), what is not there or not theirs is not found (404), and done leads on.
 * TypeScript asks for a message for each refusal of the verb.
 */
export async function answerChange<S extends z.ZodType<object>, T, R extends string>(
  args: ActionFunctionArgs,
  change: Change<S, T, R>,
) {
  const typed = args.request.clone();
  const form = await readForm(args, change.schema);
  if (!form.ok) return unprocessable(form);
  const outcome = await change.verb(form.value);
  if (outcome.ok) return redirect(change.next(outcome.value, form.value));
  const refusal: string = outcome.refusal;
  if (refusal === "not_found") throw notFound();
  const said = (change.refusals as Record<string, Said>)[refusal]!;
  const { field, message } = typeof said === "string" ? { field: "", message: said } : said;
  const words = translator(args.context.locale)(message);
  return data({ lastResult: refusedForm(await typed.formData(), words, field) }, { status: 409 });
}

/** A posted change of the listing that the address names. */
export async function changeListing<S extends z.ZodType<object>, T, R extends string>(
  args: ActionFunctionArgs,
  change: Omit<Change<S, T, R>, "verb" | "next"> & {
    verb: (input: z.output<S> & { listingId: string }) => Promise<Outcome<T, R>>;
    next: (value: T, listingId: string, input: z.output<S>) => string;
  },
) {
  const listingId = idParam(args.params, "listingId");
  return answerChange(args, {
    ...change,
    verb: (input: z.output<S>) => change.verb({ ...input, listingId }),
    next: (value, input) => change.next(value, listingId, input),
  });
}

/** The form of a change that needs nothing said but its button. */
export const Pressed = z.object({ idempotencyKey: z.uuid() });

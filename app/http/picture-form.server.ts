import { data } from "@remix-run/node";
import { z } from "zod";
import type { Admin, Context, Partner } from "#app/domain/context.ts";
import type { EncodedPicture } from "#app/domain/files/picture.ts";
import { translator } from "#app/i18n/translator.ts";
import { refusedForm } from "./forms.server.ts";
import type { RequestContext } from "./load-context.ts";
import { readSentPicture } from "./pictures.server.ts";
import { countTry, tooManyTries } from "./rate-limits.server.ts";

/** A browser sends a file without a name when none was chosen. */
export const pictureField = z
  .instanceof(File)
  .optional()
  .transform((file) => (file?.name ? file : null));

/** The picture of a form, made safe to keep; or the form again with what was `typed` and why at the field `picture`. */
export async function pictureOf(
  context: RequestContext,
  { actor }: Context<Partner | Admin>,
  file: File | null,
  typed: Record<string, string> = {},
): Promise<{ ok: true; picture: EncodedPicture | null } | { ok: false; answer: ReturnType<typeof tooManyTries> }> {
  if (!file) return { ok: true, picture: null };
  const wait = await countTry(context, "picture", actor.userId);
  if (wait !== null) return { ok: false, answer: tooManyTries(context, typed, wait) };
  const sent = await readSentPicture(file);
  if (sent.ok) return { ok: true, picture: sent.value };
  const message = translator(context.locale)(`profile:picture.refused.${sent.refusal}`);
  return { ok: false, answer: data({ lastResult: refusedForm(typed, message, "picture") }, { status: 422 }) };
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { STILL_TRUE } from "#app/domain/mail/link-purposes.ts";

/** The asking that the address' token stands for; null when we did not make it. */
export const askingParam = ({ params, context }: Pick<LoaderFunctionArgs, "params" | "context">) =>
  context.keys.read(STILL_TRUE, params.token ?? "");

import { z } from "zod";
import type { RequestContext } from "#app/http/load-context.ts";
import { hostCookie } from "./host-cookie.server.ts";

const MINUTES = 10;
const SEALED_FOR = "school-attempt";
const cookie = hostCookie("school", MINUTES * 60);

/**
 * What the browser keeps while it is with an issuer, sealed: nothing is written down until it comes back. A response
 * without it, or with another's, signs nobody in.
 */
const Attempt = z.object({
  providerId: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().nullable(),
  locale: z.enum(["en", "es"]),
  /** Who adds this sign-in to their account, if that is what they do. */
  linkTo: z.string().nullable(),
  until: z.number(),
});
export type SchoolAttempt = Omit<z.output<typeof Attempt>, "until">;

type Parts = Pick<RequestContext, "keys" | "now" | "secureCookies">;

/** For a `Set-Cookie` header; null takes it back. */
export function schoolCookie({ keys, now, secureCookies: secure }: Parts, attempt: SchoolAttempt | null): string {
  const until = now.getTime() + MINUTES * 60_000;
  return cookie.written(attempt ? keys.seal(SEALED_FOR, JSON.stringify({ ...attempt, until })) : "", { secure });
}

export function readSchoolAttempt(request: Request, { keys, now, secureCookies: secure }: Parts): SchoolAttempt | null {
  const sealed = cookie.read(request, { secure });
  const opened = sealed && keys.open(SEALED_FOR, sealed);
  if (!opened) return null;
  const read = Attempt.safeParse(JSON.parse(opened));
  return read.success && read.data.until > now.getTime() ? read.data : null;
}

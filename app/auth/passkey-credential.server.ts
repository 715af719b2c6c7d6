import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";

/** Only what we use ourselves is looked at; the verification reads and checks the rest. */
const Credential = z.looseObject({ id: z.string().max(2000), response: z.looseObject({}) });

type Answers = { registration: RegistrationResponseJSON; authentication: AuthenticationResponseJSON };

/** What the browser put into the form; null when it is no credential at all. */
export function readCredential<K extends keyof Answers>(typed: string): Answers[K] | null {
  try {
    const read = Credential.safeParse(JSON.parse(typed));
    return read.success ? (read.data as unknown as Answers[K]) : null;
  } catch {
    return null;
  }
}

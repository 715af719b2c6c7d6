import { browserSupportsWebAuthn, startRegistration } from "@simplewebauthn/browser";

export const canCreatePasskey = browserSupportsWebAuthn;

type Options = Parameters<typeof startRegistration>[0]["optionsJSON"];

/** Asks the person's device for a new passkey; the answer is JSON for the form. Rejects when nobody made one. */
export async function createPasskey(challengeAddress: string): Promise<string> {
  const response = await fetch(challengeAddress, { method: "POST", body: new URLSearchParams() });
  if (!response.ok) throw new Error(String(response.status));
  return JSON.stringify(await startRegistration({ optionsJSON: (await response.json()) as Options }));
}

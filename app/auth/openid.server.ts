/**
 * OpenID Connect as a client: discovery, authorization code with PKCE, state and nonce, and an ID token whose signature,
 * issuer, audience, age and nonce are checked. An issuer that is away or slow costs a reader three seconds, no more.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from "openid-client";

export interface Client {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** What the browser keeps between leaving and coming back. */
export interface Secrets {
  state: string;
  nonce: string;
  verifier: string;
}

export interface Claims {
  issuer: string;
  subject: string;
  /** Only when the issuer says that the person reads mail there. */
  verifiedEmail: string | null;
  /** Google's word for "of a Workspace domain". */
  hostedDomain: string | null;
}

export type Answered<T> = { ok: true; value: T } | { ok: false; refusal: "unreachable" | "not_proven" };

const PATIENCE_MS = 3_000;
const REMEMBERED_MS = 3_600_000;
/** After a failure the issuer is left alone for a moment, and readers are not kept waiting. */
const FORGOTTEN_MS = 5_000;
const CLOCK_TOLERANCE_SECONDS = 30;
const MOST_REMEMBERED = 200;

const known = new Map<string, { config: Promise<Configuration>; until: number }>();

export async function begin(client: Client, redirectUri: string): Promise<Answered<{ url: string; secrets: Secrets }>> {
  const config = await configurationOf(client);
  if (!config) return { ok: false, refusal: "unreachable" };
  const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const url = buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: "openid email",
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: "S256",
  });
  return { ok: true, value: { url: url.href, secrets } };
}

/** `returned`: where the issuer sent the browser, with its code and state. */
export async function finish(client: Client, returned: URL, secrets: Secrets): Promise<Answered<Claims>> {
  const config = await configurationOf(client);
  if (!config) return { ok: false, refusal: "unreachable" };
  const checks = {
    expectedState: secrets.state,
    expectedNonce: secrets.nonce,
    pkceCodeVerifier: secrets.verifier,
    idTokenExpected: true,
  };
  try {
    const tokens = await within(PATIENCE_MS, authorizationCodeGrant(config, returned, checks));
    const claims = tokens.claims();
    if (!claims) return { ok: false, refusal: "not_proven" };
    const { iss, sub, email, email_verified: verified, hd } = claims;
    const verifiedEmail = verified === true && typeof email === "string" ? email : null;
    const hostedDomain = typeof hd === "string" ? hd : null;
    return { ok: true, value: { issuer: iss, subject: sub, verifiedEmail, hostedDomain } };
  } catch (error) {
    return { ok: false, refusal: isAway(error) ? "unreachable" : "not_proven" };
  }
}

/** Null: it does not answer, or not with what it should. */
async function configurationOf(client: Client): Promise<Configuration | null> {
  const { issuer, clientId, clientSecret } = client;
  const key = JSON.stringify([issuer, clientId, clientSecret]);
  const remembered = known.get(key);
  const now = Date.now();
  if (remembered && remembered.until > now) return remembered.config.catch(() => null);
  if (known.size >= MOST_REMEMBERED) known.clear();
  const config = within(
    PATIENCE_MS,
    discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, [clockTolerance]: CLOCK_TOLERANCE_SECONDS },
      undefined,
      {
        timeout: PATIENCE_MS / 1000,
        // Only who runs the platform can name an issuer without https: on their own machine.
        execute: [enableNonRepudiationChecks, ...(issuer.startsWith("http:") ? [allowInsecureRequests] : [])],
      },
    ),
  );
  const entry = { config, until: now + REMEMBERED_MS };
  known.set(key, entry);
  try {
    return await config;
  } catch {
    entry.until = Date.now() + FORGOTTEN_MS;
    return null;
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error("the issuer took too long"), { code: "OAUTH_TIMEOUT" })),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The network's faults, and an answer that is a fault of the issuer's own (5xx). */
function isAway(error: unknown): boolean {
  const { code, name, cause, status } = error as { code?: string; name?: string; cause?: unknown; status?: number };
  if (code === "OAUTH_TIMEOUT" || name === "TimeoutError" || name === "AbortError") return true;
  if (typeof status === "number" && status >= 500) return true;
  if (cause instanceof Response) return cause.status >= 500;
  return error instanceof TypeError || (cause !== undefined && cause !== error && isAway(cause));
}

import { createHash, randomUUID } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from "jose";

/** How the next answer of the token endpoint differs from a sound one. */
export interface Twist {
  claims?: JWTPayload & Record<string, unknown>;
  algorithm?: "none" | "unknown key";
  /** Every request, from discovery on, hangs without an answer. */
  hangs?: boolean;
}

export interface Issuer {
  url: string;
  clientId: string;
  clientSecret: string;
  twist: Twist;
  /** What a browser does there: signs in, and is sent back to the answered address with a code. */
  authorize(address: string, claims: Record<string, unknown>): string;
  stop(): Promise<void>;
}

interface Grant {
  challenge: string;
  nonce: string;
  claims: Record<string, unknown>;
}

/** An OpenID Connect issuer on the loopback: discovery, authorization, tokens, keys; every code works once. */
export async function startIssuer(): Promise<Issuer> {
  const [clientId, clientSecret] = ["waypost", "a secret between the two of them"];
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const stranger = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "one", alg: "RS256", use: "sig" };
  const grants = new Map<string, Grant>();
  const issuer: Issuer = { url: "", clientId, clientSecret, twist: {}, authorize, stop };

  function authorize(address: string, claims: Record<string, unknown>): string {
    const asked = new URL(address).searchParams;
    const code = randomUUID();
    grants.set(code, { challenge: asked.get("code_challenge") ?? "", nonce: asked.get("nonce") ?? "", claims });
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    return back.href;
  }

  async function idToken({ nonce, claims }: Grant): Promise<string> {
    const seconds = Math.floor(Date.now() / 1000);
    const sound = { iss: issuer.url, aud: clientId, iat: seconds, exp: seconds + 300, nonce };
    const payload = { ...sound, ...claims, ...issuer.twist.claims };
    if (issuer.twist.algorithm === "none") return new UnsecuredJWT(payload).encode();
    const key = issuer.twist.algorithm === "unknown key" ? stranger.privateKey : privateKey;
    return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: "one" }).sign(key);
  }

  async function tokens(body: URLSearchParams): Promise<[number, unknown]> {
    const code = body.get("code") ?? "";
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url");
    if (!grant || challenge !== grant.challenge) return [400, { error: "invalid_grant" }];
    return [200, { access_token: randomUUID(), token_type: "Bearer", id_token: await idToken(grant) }];
  }

  async function answer(pathname: string, body: string): Promise<[number, unknown]> {
    if (pathname === "/.well-known/openid-configuration")
      return [
        200,
        {
          issuer: issuer.url,
          authorization_endpoint: `${issuer.url}/authorize`,
          token_endpoint: `${issuer.url}/token`,
          jwks_uri: `${issuer.url}/keys`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
          token_endpoint_auth_methods_supported: ["client_secret_post"],
        },
      ];
    if (pathname === "/keys") return [200, { keys: [jwk] }];
    return pathname === "/token" ? tokens(new URLSearchParams(body)) : [404, {}];
  }

  const server = http.createServer((request, response) => {
    if (issuer.twist.hangs) return;
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      void answer(request.url ?? "", Buffer.concat(chunks).toString()).then(([status, json]) => {
        response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(json));
      });
    });
  });
  async function stop() {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return issuer;
}

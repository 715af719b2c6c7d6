import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Encoding } from "./compression.ts";
import type { HeaderPair } from "./security-headers.ts";

/** One finished answer in one encoding: bytes and headers that only wait to be written. */
export interface Prepared {
  etag: string;
  /** When it became what it is, where that is said. */
  modified: string | null;
  body: Buffer;
  /** Flat `name, value, …`, the form Node writes without looking at it again. */
  headers: string[];
  notModifiedHeaders: string[];
}

interface Content {
  body: Buffer;
  encoding: Encoding;
  /** Digest of the content before it was encoded. */
  digest: string;
  type: string;
  cacheControl: string;
  security: HeaderPair[];
  modified?: string | null;
}

/** What a reader says it has. */
export interface Held {
  ifNoneMatch: string;
  ifModifiedSince: string;
}

export const digestOf = (content: Buffer) => createHash("sha256").update(content).digest("base64url").slice(0, 22);

export function prepare({ body, encoding, digest, type, cacheControl, security, modified = null }: Content): Prepared {
  // Strong: another encoding has other bytes, so another tag.
  const etag = encoding === "identity" ? `"${digest}"` : `"${digest}-${encoding}"`;
  const shared: HeaderPair[] = [
    ...security,
    ["Cache-Control", cacheControl],
    ["ETag", etag],
    ["Vary", "Accept-Encoding"],
    ...(modified === null ? [] : [["Last-Modified", modified] satisfies HeaderPair]),
  ];
  const own: HeaderPair[] = [
    ["Content-Type", type],
    ["Content-Length", String(body.length)],
    ...(encoding === "identity" ? [] : [["Content-Encoding", encoding] satisfies HeaderPair]),
  ];
  return { etag, modified, body, headers: [...own, ...shared].flat(), notModifiedHeaders: shared.flat() };
}

/** A tag that was sent says more than a date (RFC 9110, 13.1.3). */
export function isUnchanged({ etag, modified }: Pick<Prepared, "etag" | "modified">, held: Held): boolean {
  const { ifNoneMatch, ifModifiedSince } = held;
  if (ifNoneMatch === etag || ifNoneMatch === "*") return true;
  // A proxy that compresses by itself marks tags as weak.
  if (ifNoneMatch) return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  return modified !== null && ifModifiedSince !== "" && Date.parse(ifModifiedSince) >= Date.parse(modified);
}

/** The same without its text for who holds it, where a route says a tag of its own. */
export function unlessHeld(response: Response, ifNoneMatch: string): Response {
  const etag = response.headers.get("etag");
  const isHeld = etag !== null && isUnchanged({ etag, modified: null }, { ifNoneMatch, ifModifiedSince: "" });
  if (response.status !== 200 || !isHeld) return response;
  const headers = new Headers(response.headers);
  for (const name of ["content-type", "content-length", "content-encoding"]) headers.delete(name);
  return new Response(null, { status: 304, headers });
}

export function send(outgoing: ServerResponse, prepared: Prepared, held: Held, withBody: boolean) {
  if (isUnchanged(prepared, held)) {
    outgoing.writeHead(304, prepared.notModifiedHeaders);
    outgoing.end();
    return;
  }
  outgoing.writeHead(200, prepared.headers);
  outgoing.end(withBody ? prepared.body : undefined);
}

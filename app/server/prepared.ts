import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Encoding } from "./compression.ts";
import type { HeaderPair } from "./security-headers.ts";

/** One finished answer in one encoding: bytes and headers that only wait to be written. */
export interface Prepared {
  etag: string;
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
}

export const digestOf = (content: Buffer) => createHash("sha256").update(content).digest("base64url").slice(0, 22);

export function prepare({ body, encoding, digest, type, cacheControl, security }: Content): Prepared {
  // Strong: another encoding has other bytes, so another tag.
  const etag = encoding === "identity" ? `"${digest}"` : `"${digest}-${encoding}"`;
  const shared: HeaderPair[] = [
    ...security,
    ["Cache-Control", cacheControl],
    ["ETag", etag],
    ["Vary", "Accept-Encoding"],
  ];
  const own: HeaderPair[] = [
    ["Content-Type", type],
    ["Content-Length", String(body.length)],
    ...(encoding === "identity" ? [] : [["Content-Encoding", encoding] satisfies HeaderPair]),
  ];
  return { etag, body, headers: [...own, ...shared].flat(), notModifiedHeaders: shared.flat() };
}

export function isUnchanged(etag: string, ifNoneMatch: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch === etag || ifNoneMatch === "*") return true;
  // A proxy that compresses by itself marks tags as weak.
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

export function send(outgoing: ServerResponse, prepared: Prepared, ifNoneMatch: string, withBody: boolean) {
  if (isUnchanged(prepared.etag, ifNoneMatch)) {
    outgoing.writeHead(304, prepared.notModifiedHeaders);
    outgoing.end();
    return;
  }
  outgoing.writeHead(200, prepared.headers);
  outgoing.end(withBody ? prepared.body : undefined);
}

import { createHash, randomBytes } from "node:crypto";
import { hostCookie } from "./host-cookie.server.ts";

const cookie = hostCookie("asked", 24 * 3600);

/** The browser's proof that it asked for a link by mail; it may ask for several. */
export const askingCookie = cookie.written;

/** This browser's token, a new one if it has none: to be written into the answer. */
export const askingToken = (request: Request, { secure }: { secure: boolean }): string =>
  cookie.read(request, { secure }) ?? randomBytes(32).toString("base64url");

/** For `one_time_links.browserHash`: only the digest is stored. Null: this browser asked for nothing. */
export function askingBrowser(request: Request, { secure }: { secure: boolean }): string | null {
  const token = cookie.read(request, { secure });
  return token && browserHash(token);
}

export const browserHash = (token: string) => createHash("sha256").update(token).digest("hex");

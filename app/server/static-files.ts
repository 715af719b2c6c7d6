import fs from "node:fs";
import path from "node:path";
import type { Encoding } from "./compression.ts";
import { digestOf, prepare, type Prepared } from "./prepared.ts";
import { FOR_OTHER_SITES, withOwn, type HeaderPair } from "./security-headers.ts";

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".html": "text/html; charset=utf-8",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".pdf": "application/pdf",
};
const SUFFIX: Record<Encoding, string> = { identity: "", gzip: ".gz", br: ".br" };
/** Its name holds a digest of its content. */
const IMMUTABLE = "public, max-age=31536000, immutable";
const SHORT = "public, max-age=3600";
/** What the snippet of an embedded list loads into somebody else's page. */
const SCRIPT_FOR_OTHERS = "/embed.js";

export interface StaticFiles {
  get(pathname: string, encoding: Encoding): Prepared | undefined;
}

/**
 * Reads the built files into memory once, with the compressed copies the build left beside them (a few megabytes in
 * all). Only what was there at the start is served: no request reaches the file system.
 */
export function loadStaticFiles(folder: string, security: HeaderPair[]): StaticFiles {
  const files = new Map<string, Partial<Record<Encoding, Prepared>>>();
  for (const file of filesBelow(folder)) {
    const type = TYPES[path.extname(file)];
    if (!type) continue;
    const pathname = `/${path.relative(folder, file).split(path.sep).join("/")}`;
    const cacheControl = pathname.startsWith("/assets/") ? IMMUTABLE : SHORT;
    const own = pathname === SCRIPT_FOR_OTHERS ? withOwn(security, [FOR_OTHER_SITES]) : security;
    const digest = digestOf(fs.readFileSync(file));
    const variants: Partial<Record<Encoding, Prepared>> = {};
    for (const encoding of ["identity", "gzip", "br"] as const) {
      const encoded = file + SUFFIX[encoding];
      if (!fs.existsSync(encoded)) continue;
      const body = fs.readFileSync(encoded);
      variants[encoding] = prepare({ body, encoding, digest, type, cacheControl, security: own });
    }
    files.set(pathname, variants);
  }
  return {
    get(pathname, encoding) {
      const variants = files.get(pathname);
      return variants?.[encoding] ?? variants?.identity;
    },
  };
}

function filesBelow(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => fs.statSync(file).isFile());
}

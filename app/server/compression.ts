import { promisify } from "node:util";
import zlib from "node:zlib";

export type Encoding = "identity" | "gzip" | "br";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const COMPRESSIBLE = /^(text\/|application\/(javascript|([\w.-]+\+)?(json|xml))|image\/svg)/;
/** Pictures and the like are as small as they get. */
export const isCompressible = (type: string) => COMPRESSIBLE.test(type);
/** Below this a packet is a packet. */
const WORTH_IT = 1_024;
const BROTLI_QUALITY = 5;

/** The best encoding a client takes, by its Accept-Encoding; brotli before gzip when it does not care. */
export function negotiate(acceptEncoding: string): Encoding {
  if (!acceptEncoding) return "identity";
  let best: Encoding = "identity";
  let bestWeight = 0;
  for (const part of acceptEncoding.split(",")) {
    const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
    const q = parameters.find((parameter) => parameter.trim().startsWith("q="));
    const weight = q ? Number(q.trim().slice(2)) : 1;
    const encoding = name === "*" ? "gzip" : name;
    if (encoding !== "br" && encoding !== "gzip") continue;
    if (weight > bestWeight || (weight === bestWeight && weight > 0 && encoding === "br")) {
      best = encoding;
      bestWeight = weight;
    }
  }
  return best;
}

/** Runs beside the event loop, on libuv's threads. */
export function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return gzip(body, { level: 6 });
  if (encoding === "br") {
    const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
    return brotli(body, { params: { ...params, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
  }
  return Promise.resolve(body);
}

/** Compresses a rendered answer when it is text, long enough and not compressed yet; a file goes out while it is read. */
export async function compressed(response: Response, acceptEncoding: string): Promise<Response> {
  const { headers, status } = response;
  const asItIs = headers.has("content-encoding") || headers.has("content-disposition");
  if (!response.body || asItIs || !isCompressible(headers.get("content-type") ?? "")) return response;
  if (!headers.has("vary")) headers.set("Vary", "Accept-Encoding");
  const encoding = negotiate(acceptEncoding);
  const body = Buffer.from(await response.arrayBuffer());
  if (encoding === "identity" || body.length < WORTH_IT) return new Response(new Uint8Array(body), { status, headers });
  headers.set("Content-Encoding", encoding);
  // Strong: another encoding has other bytes, so another tag.
  const tag = headers.get("etag");
  if (tag?.startsWith('"')) headers.set("ETag", `${tag.slice(0, -1)}-${encoding}"`);
  headers.delete("Content-Length");
  return new Response(new Uint8Array(await compress(body, encoding)), { status, headers });
}

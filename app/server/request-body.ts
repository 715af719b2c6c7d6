import type { IncomingMessage } from "node:http";

/** `400` is not a form, `408` took too long, `413` is too long, `415` is another type of body. */
export type BodyRefusal = 400 | 408 | 413 | 415;
export type Body = { ok: true; bytes: Buffer; form: FormData } | { ok: false; status: BodyRefusal };

export interface BodyLimits {
  bytes: number;
  /** For the whole body to arrive. */
  milliseconds: number;
}

const FORM: BodyLimits = { bytes: 256 * 1024, milliseconds: 10_000 };
const IMPORT: BodyLimits = { bytes: 12 * 1024 * 1024, milliseconds: 60_000 };
const IMPORT_PATH = /^\/coordinator\/imports\/new(\.data)?$/;
const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

export const bodyLimits = (pathname: string) => (IMPORT_PATH.test(pathname) ? IMPORT : FORM);

/**
 * Reads a form whole, counting while it arrives, and parses it once as a check: routes may call `formData()` without
 * it throwing, and a slow sender holds no connection to the database.
 */
export async function readBody(incoming: IncomingMessage, limits: BodyLimits): Promise<Body> {
  const { "content-type": type = "", "content-encoding": encoding, "content-length": length } = incoming.headers;
  if (!FORM_TYPE.test(type) || (encoding && encoding !== "identity")) return { ok: false, status: 415 };
  if (length && Number(length) > limits.bytes) return { ok: false, status: 413 };
  const bytes = await collect(incoming, limits);
  if (typeof bytes === "number") return { ok: false, status: bytes };
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
    return { ok: true, bytes, form };
  } catch {
    return { ok: false, status: 400 };
  }
}

function collect(incoming: IncomingMessage, limits: BodyLimits): Promise<Buffer | BodyRefusal> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (result: Buffer | BodyRefusal) => {
      clearTimeout(timer);
      incoming.off("data", onData).off("end", onEnd).off("close", onClose).off("error", onClose);
      resolve(result);
    };
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length > limits.bytes) settle(413);
      else chunks.push(chunk);
    };
    const onEnd = () => settle(Buffer.concat(chunks));
    const onClose = () => settle(400);
    const timer = setTimeout(() => settle(408), limits.milliseconds);
    incoming.on("data", onData).on("end", onEnd).on("close", onClose).on("error", onClose);
  });
}

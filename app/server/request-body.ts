import type { IncomingMessage } from "node:http";
import { machineRoute } from "./machine-routes.ts";

/** `400` is not a form, `408` took too long, `413` is too long, `415` is another type of body. */
export type BodyRefusal = 400 | 408 | 413 | 415;
export type Body =
  | { ok: true; bytes: Buffer; /** Undefined: it is JSON. */ form: FormData | undefined }
  | { ok: false; status: BodyRefusal };

export interface BodyLimits {
  bytes: number;
  /** For the whole body to arrive. */
  milliseconds: number;
  /** A form where it is left out. */
  type?: "json";
}

const FORM: BodyLimits = { bytes: 256 * 1024, milliseconds: 10_000 };
/** Above the largest file a form takes, so that one somewhat larger is refused beside its field and not by a page. */
const UPLOAD: BodyLimits = { bytes: 12 * 1024 * 1024, milliseconds: 60_000 };
/** A provider's message about a mail; text is counted and passed on as it came, since it is signed. */
const MESSAGE: BodyLimits = { bytes: 64 * 1024, milliseconds: 10_000, type: "json" };
/** The forms that bring a file, each with and without a script. */
const UPLOAD_PATHS = [
  /^\/coordinator\/imports\/new(\.data)?$/,
  /^\/coordinator\/partnerships\/[^/]+\/documents(\.data)?$/,
  /^\/partner\/opportunities\/[^/]+\/picture(\.data)?$/,
  /^\/partner\/organizations\/[^/]+\/logo(\.data)?$/,
  /^\/coordinator\/settings\/logo(\.data)?$/,
];
const JSON_TYPE = /^application\/json\s*(;|$)/i;
const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

export function bodyLimits(pathname: string): BodyLimits {
  if (machineRoute(pathname)?.body === "json") return MESSAGE;
  return UPLOAD_PATHS.some((path) => path.test(pathname)) ? UPLOAD : FORM;
}

/**
 * Reads a form whole, counting while it arrives, and parses it once as a check: routes may call `formData()` without
 * it throwing, and a slow sender holds no connection to the database.
 */
export async function readBody(incoming: IncomingMessage, limits: BodyLimits): Promise<Body> {
  const { "content-type": type = "", "content-encoding": encoding, "content-length": length } = incoming.headers;
  const expected = limits.type === "json" ? JSON_TYPE : FORM_TYPE;
  if (!expected.test(type) || (encoding && encoding !== "identity")) return { ok: false, status: 415 };
  if (length && Number(length) > limits.bytes) return { ok: false, status: 413 };
  const bytes = await collect(incoming, limits);
  if (typeof bytes === "number") return { ok: false, status: bytes };
  if (limits.type === "json") return { ok: true, bytes, form: undefined };
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

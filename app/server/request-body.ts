import type { IncomingMessage } from "node:http";
import { machineRoute } from "./machine-routes.ts";
import type { Uploads } from "./uploads.ts";

/** `400` is not a form, `408` took too long, `413` is too long, `415` is another type of body, `503` is too much at once. */
export type BodyRefusal = 400 | 408 | 413 | 415 | 503;
export type Body =
  | { ok: true; bytes: Buffer; /** Undefined: it is JSON. */ form: FormData | undefined }
  | { ok: false; status: BodyRefusal };

export interface BodyLimits {
  bytes: number;
  /** For the whole body to arrive. */
  milliseconds: number;
  /** A form where it is left out. */
  type?: "json";
  /** It brings a file. */
  upload?: true;
}

const FORM: BodyLimits = { bytes: 256 * 1024, milliseconds: 10_000 };
/** Above the largest file a form takes, so that one somewhat larger is refused beside its field and not by a page. */
const UPLOAD: BodyLimits = {
  bytes: 12 * 1024 * 1024,
  milliseconds: 60_000,
  upload: true,
};
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

/** Reads a body whole, counting while it arrives: a slow sender holds no connection to the database. */
export async function receiveBody(
  incoming: IncomingMessage,
  limits: BodyLimits,
  uploads: Uploads,
): Promise<Buffer | BodyRefusal> {
  const { "content-type": type = "", "content-encoding": encoding, "content-length": length } = incoming.headers;
  const expected = limits.type === "json" ? JSON_TYPE : FORM_TYPE;
  if (!expected.test(type) || (encoding && encoding !== "identity")) return 415;
  if (length && Number(length) > limits.bytes) return 413;
  return collect(incoming, limits, limits.upload && uploads);
}

/** Parses a form once as a check: routes may call `formData()` without it throwing. */
export async function checkBody(bytes: Buffer, { headers }: IncomingMessage, limits: BodyLimits): Promise<Body> {
  if (limits.type === "json") return { ok: true, bytes, form: undefined };
  try {
    const sent = new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { "content-type": headers["content-type"] ?? "" },
    });
    return { ok: true, bytes, form: await sent.formData() };
  } catch {
    return { ok: false, status: 400 };
  }
}

/** What it received of an upload stays counted until whoever asked releases it. */
function collect(
  incoming: IncomingMessage,
  limits: BodyLimits,
  uploads: Uploads | undefined,
): Promise<Buffer | BodyRefusal> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (result: Buffer | BodyRefusal) => {
      clearTimeout(timer);
      incoming.off("data", onData).off("end", onEnd).off("close", onClose).off("error", onClose);
      if (typeof result === "number") uploads?.release(length);
      resolve(result);
    };
    const onData = (chunk: Buffer) => {
      if (length + chunk.length > limits.bytes) return settle(413);
      if (uploads && !uploads.hold(chunk.length)) return settle(503);
      length += chunk.length;
      chunks.push(chunk);
    };
    const onEnd = () => settle(Buffer.concat(chunks));
    const onClose = () => settle(400);
    const timer = setTimeout(() => settle(408), limits.milliseconds);
    incoming.on("data", onData).on("end", onEnd).on("close", onClose).on("error", onClose);
  });
}

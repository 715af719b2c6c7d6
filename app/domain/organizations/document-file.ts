/**
 * What a file is by its bytes alone, and whether it is only that: what a browser or a person could take for something
 * else as well is not kept (S12).
 */
import { fileType, isAlsoAnother } from "../files/file-type.ts";

export const MOST_BYTES = 10 * 1024 * 1024;
/** More pixels than a scanner makes of a sheet of paper; a small file can hold very many. */
const MOST_PIXELS = 60_000_000;

const ENDINGS = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
} as const;
export type DocumentMediaType = keyof typeof ENDINGS;

export type FileProblem = "empty" | "too_large" | "not_a_document" | "other_ending" | "broken" | "two_in_one";
export type FileVerdict = { ok: true; mediaType: DocumentMediaType } | { ok: false; problem: FileProblem };

export function judgeFile(name: string, bytes: Uint8Array): FileVerdict {
  const problem = (word: FileProblem): FileVerdict => ({ ok: false, problem: word });
  if (bytes.length === 0) return problem("empty");
  if (bytes.length > MOST_BYTES) return problem("too_large");
  const mediaType = fileType(bytes);
  if (mediaType === null || mediaType === "image/webp") return problem("not_a_document");
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (!ending || !(ENDINGS[mediaType] as readonly string[]).includes(ending)) return problem("other_ending");
  const isTwo = isAlsoAnother(bytes, mediaType) || MARKUP.test(latin1(bytes));
  const wrong = isTwo ? "two_in_one" : WRONG_WITH[mediaType](bytes);
  return wrong ? problem(wrong) : { ok: true, mediaType };
}

const latin1 = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
const MARKUP = /<(?:!doctype\s+html|html|script|svg|iframe|body|\?php)[\s>]/i;
const WRONG_WITH: Record<DocumentMediaType, (bytes: Uint8Array) => "broken" | "two_in_one" | null> = {
  "application/pdf": wrongWithPdf,
  "image/png": wrongWithPng,
  "image/jpeg": wrongWithJpeg,
};

/** A version, a table of its parts, and an end with nothing but white space after it. */
function wrongWithPdf(bytes: Uint8Array) {
  const tail = latin1(bytes.subarray(-2048));
  if (!/^%PDF-[12]\.\d/.test(latin1(bytes.subarray(0, 8))) || !tail.includes("startxref")) return "broken";
  const end = tail.lastIndexOf("%%EOF");
  if (end < 0) return "broken";
  return /^[\s\0]*$/.test(tail.slice(end + 5)) ? null : "two_in_one";
}

/** Every chunk from the first to the last, and nothing after it. */
function wrongWithPng(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  let hasPixels = false;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = latin1(bytes.subarray(at + 4, at + 8));
    if (at === 8) {
      if (type !== "IHDR" || length !== 13) return "broken";
      if (!isSize(view.getUint32(at + 8), view.getUint32(at + 12))) return "broken";
    }
    hasPixels ||= type === "IDAT";
    at += 12 + length;
    if (type === "IEND") return at === bytes.length ? (hasPixels ? null : "broken") : "two_in_one";
  }
  return "broken";
}

const isSize = (width: number, height: number) => width > 0 && height > 0 && width * height <= MOST_PIXELS;
/** Start of frame: C4, C8 and CC are other things. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Segments up to the picture itself, its size among them, and an end of picture near the end of the file. */
function wrongWithJpeg(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  let hasSize = false;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) at += 1;
    else if (isAlone(marker)) at += 2;
    else if (marker === 0xda) return hasSize ? wrongWithEnd(bytes) : "broken";
    else {
      if (isFrame(marker)) {
        if (at + 9 > bytes.length || !isSize(view.getUint16(at + 7), view.getUint16(at + 5))) return "broken";
        hasSize = true;
      }
      at += 2 + view.getUint16(at + 2);
    }
  }
  return "broken";
}

function wrongWithEnd(bytes: Uint8Array) {
  let last = bytes.length;
  while (last > 0 && bytes[last - 1] === 0) last--;
  if (bytes[last - 2] === 0xff && bytes[last - 1] === 0xd9) return null;
  return latin1(bytes).includes("\u00ff\u00d9") ? "two_in_one" : "broken";
}

/** Without what a file system or a header would read as more than a name, and with the ending of its type. */
export function safeFileName(name: string, mediaType: DocumentMediaType): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const stem = last
    .replace(/\.[^.]*$/, "")
    .replace(/[\p{C}<>:"|?*;%]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "")
    .slice(0, 100);
  return `${stem || "document"}.${ENDINGS[mediaType][0]}`;
}

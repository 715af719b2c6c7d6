/**
 * What a file is, by its bytes: its name and the type a browser gives it are anybody's word. Shared by everything that
 * is uploaded, whether it is written anew or kept as it came.
 */
export type FileType = "image/jpeg" | "image/png" | "image/webp" | "application/pdf";

const text = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** Null: something else. A PDF begins with its mark here, where readers look for it in the first thousand bytes. */
export function fileType(bytes: Uint8Array): FileType | null {
  if (text(bytes, 0, 3) === "\xff\xd8\xff") return "image/jpeg";
  if (text(bytes, 0, 8) === PNG) return "image/png";
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 4) === "WEBP") return "image/webp";
  return text(bytes, 0, 5) === "%PDF-" ? "application/pdf" : null;
}

const PNG = "\x89PNG\r\n\x1a\n";
/** How far into a file programs look for a PDF's mark. */
const PDF_REACH = 1_024;

/**
 * Whether a file is a second one besides, to another program that opens it. What phones put behind a JPEG (a second
 * picture, a few seconds of film) is none.
 */
export function isAlsoAnother(bytes: Uint8Array, type: FileType): boolean {
  if (type !== "application/pdf" && text(bytes, 0, PDF_REACH).includes("%PDF-")) return true;
  if (type === "image/png" && endOfPng(bytes) !== bytes.length) return true;
  if (type === "image/webp" && bytes.length - endOfWebp(bytes) > 1) return true;
  return endsAsZip(bytes);
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Behind the last chunk; of a PNG that ends too soon, its own end, since whoever decodes it will notice. */
function endOfPng(bytes: Uint8Array): number {
  const data = view(bytes);
  for (let at = PNG.length; at + 12 <= bytes.length;) {
    const name = text(bytes, at + 4, 4);
    at += 12 + data.getUint32(at);
    if (name === "IEND") return at;
  }
  return bytes.length;
}

const endOfWebp = (bytes: Uint8Array) => 8 + view(bytes).getUint32(4, true);

/** A ZIP is read from its end: a mark, twenty bytes, and a comment that ends with the file. */
function endsAsZip(bytes: Uint8Array): boolean {
  const data = view(bytes);
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at--)
    if (data.getUint32(at, true) === 0x06054b50 && at + 22 + data.getUint16(at + 20, true) === bytes.length)
      return true;
  return false;
}

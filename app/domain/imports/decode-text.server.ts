import { done, refused, type Outcome } from "../context.ts";
import type { FileProblem } from "./problems.ts";
import type { Encoding } from "./report.ts";

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, i) => bytes[i] === byte);

/** A byte order mark decides; without one it is UTF-8, and what is not valid UTF-8 is taken for Windows-1252. */
export function decodeText(bytes: Uint8Array): Outcome<{ text: string; encoding: Encoding }, FileProblem> {
  // Zip and OLE: what Excel and Numbers save when nobody asks for CSV.
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return refused("file_is_spreadsheet");
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return refused("file_not_text");
  if (startsWith(bytes, 0xff, 0xfe)) return decodeAs("utf-16le", bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return decodeAs("utf-16be", bytes);
  if (bytes.includes(0)) return refused("file_not_text");
  const utf8 = decodeAs("utf-8", bytes);
  return utf8.ok ? utf8 : done({ text: decodeWindows1252(bytes), encoding: "windows-1252" });
}

function decodeAs(
  encoding: Exclude<Encoding, "windows-1252">,
  bytes: Uint8Array,
): Outcome<{ text: string; encoding: Encoding }, FileProblem> {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? refused("file_not_text") : done({ text, encoding });
  } catch {
    return refused("file_bad_encoding");
  }
}

/** 0x80 to 0x9f, the only bytes in which Windows-1252 is not Latin-1; unassigned ones are shown as unknown. */
const WINDOWS_1252 = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

// Node 20's own TextDecoder reads "windows-1252" as Latin-1.
const decodeWindows1252 = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char);

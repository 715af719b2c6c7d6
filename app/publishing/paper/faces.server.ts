import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { unpackWoff } from "./sfnt.server.ts";

/** A weight of the family; each is two files, since the small one holds what nearly every text needs. */
export type Face = "regular" | "bold";

const WEIGHTS: Record<Face, number> = { regular: 400, bold: 700 };
const files = new Map<string, Buffer>();

export function faceFile(face: Face, more: boolean): Buffer {
  const name = `atkinson-hyperlegible-next-latin${more ? "-ext" : ""}-${WEIGHTS[face]}-normal.woff`;
  let bytes = files.get(name);
  if (!bytes) {
    const { resolve } = createRequire(import.meta.url);
    bytes = unpackWoff(readFileSync(resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`)));
    files.set(name, bytes);
  }
  return bytes;
}

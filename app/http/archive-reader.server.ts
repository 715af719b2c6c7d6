import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { done, refused, type Outcome } from "#app/domain/context.ts";
import { fileOf, jsonOf, MANIFEST, Manifest, type ArchiveProblem } from "#app/domain/exchange/archive.ts";
import type { Archive } from "#app/domain/exchange/restore-district.server.ts";

export const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;
const MAX_ENTRIES = 50_000;
const MAX_ENTRY_BYTES = 256 * 1024 * 1024;
const MAX_TOTAL_BYTES = 2 * 1024 * 1024 * 1024;
/** Rows of text shrink to a thirtieth; what shrinks more than this was made to. */
const MAX_RATIO = 250;
/** Below this a ratio says nothing: a table without a row is a few bytes. */
const SMALL = 1024 * 1024;
/** Nothing is written to disk under an entry's name, and no other name is taken. */
const NAMES = /^(manifest\.json|json\/[a-z_]{1,60}\.json|csv\/[a-z_]{1,60}\.csv|files\/[0-9a-f-]{36})$/;

/**
 * Opens a district's archive: sizes, names and ratios are looked at before anything is unpacked, each file must be what
 * the manifest says, and nothing else may be there.
 */
export function readArchive(bytes: Uint8Array): Outcome<Archive, ArchiveProblem> {
  if (bytes.length > MAX_ARCHIVE_BYTES) return refused("too_big");
  const listed = listEntries(bytes);
  if (!listed.ok) return listed;
  const names = listed.value;
  const manifest = readManifest(bytes, names);
  if (!manifest.ok) return manifest;
  const { files } = manifest.value;
  const told = new Map(files.map((file) => [file.name, file]));
  if (told.size !== files.length || told.size !== names.size - 1) return refused("unexpected_file");
  for (const name of names) {
    if (name === MANIFEST) continue;
    const file = told.get(name);
    if (!file) return refused("unexpected_file");
    const content = unpack(bytes, name);
    if (content?.length !== file.bytes || sha256(content) !== file.sha256) return refused("damaged");
  }
  return done({
    manifest: manifest.value,
    rowsOf: (table) => parsed(names.has(jsonOf(table)) ? unpack(bytes, jsonOf(table)) : null),
    bytesOf: (id) => (names.has(fileOf(id)) && unpack(bytes, fileOf(id))) || new Uint8Array(),
  });
}

function listEntries(bytes: Uint8Array): Outcome<Set<string>, ArchiveProblem> {
  const names = new Set<string>();
  let problem: ArchiveProblem | null = null;
  let total = 0;
  let count = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        total += originalSize;
        if (!NAMES.test(name) || names.has(name)) problem ??= "unexpected_file";
        if (++count > MAX_ENTRIES || originalSize > MAX_ENTRY_BYTES || total > MAX_TOTAL_BYTES) problem ??= "too_big";
        if (originalSize > SMALL && originalSize > size * MAX_RATIO) problem ??= "too_big";
        names.add(name);
        return false;
      },
    });
  } catch {
    return refused("not_an_archive");
  }
  if (problem) return refused(problem);
  return names.has(MANIFEST) ? done(names) : refused("not_an_archive");
}

function readManifest(bytes: Uint8Array, names: ReadonlySet<string>): Outcome<Manifest, ArchiveProblem> {
  const read = Manifest.safeParse(parsed(names.has(MANIFEST) ? unpack(bytes, MANIFEST) : null));
  return read.success ? done(read.data) : refused("not_an_archive");
}

/** Into as many bytes as the directory says and no more, whatever the packed data holds; null: it can't be unpacked. */
function unpack(bytes: Uint8Array, wanted: string): Uint8Array | null {
  try {
    return unzipSync(bytes, { filter: ({ name }) => name === wanted })[wanted] ?? null;
  } catch {
    return null;
  }
}

function parsed(content: Uint8Array | null): unknown {
  try {
    return content && JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content));
  } catch {
    return null;
  }
}

const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

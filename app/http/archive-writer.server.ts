import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { finished } from "node:stream/promises";
import { Zip, ZipDeflate } from "fflate";
import { ARCHIVE_VERSION, csvOf, fileOf, jsonOf, MANIFEST, type Manifest } from "#app/domain/exchange/archive.ts";
import type { ArchiveWriter } from "#app/domain/exchange/export-district.server.ts";
import { csvLines } from "./csv-download.server.ts";

type Cell = string | number | null;

/**
 * Writes a district's archive into a file: each table as JSON, which a restore reads, and as CSV, which people read;
 * the manifest last. Little of it is in memory at any time.
 */
export async function writeArchive(
  file: string,
  { district, now }: { district: Manifest["district"]; now: Date },
  fill: (writer: ArchiveWriter) => Promise<void>,
): Promise<void> {
  const out = createWriteStream(file);
  const ended = finished(out);
  ended.catch(() => null);
  const zip = new Zip((error, chunk) => (error ? out.destroy(error) : void out.write(chunk)));
  /** Lets others have their turn, and the disk catch up. */
  const settle = () =>
    new Promise<void>((resolve) => (out.writableNeedDrain ? out.once("drain", resolve) : setImmediate(resolve)));
  const files: Manifest["files"] = [];

  function open(name: string) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = now;
    zip.add(entry);
    const hash: Hash = createHash("sha256");
    let bytes = 0;
    return {
      write(part: Uint8Array) {
        hash.update(part);
        bytes += part.length;
        entry.push(part);
      },
      close(rows?: number) {
        entry.push(new Uint8Array(), true);
        files.push({ name, bytes, ...(rows === undefined ? {} : { rows }), sha256: hash.digest("hex") });
      },
    };
  }

  const encoder = new TextEncoder();
  let table: { name: string; json: ReturnType<typeof open>; csv: ReturnType<typeof open>; rows: number } | null = null;
  await fill({
    async rows(name, columns, rows, isLast) {
      if (table?.name !== name) {
        table = { name, json: open(jsonOf(name)), csv: open(csvOf(name)), rows: 0 };
        table.csv.write(encoder.encode(csvLines([columns], { bom: true })));
      }
      const lines = rows.map((row, i) => `${table!.rows + i === 0 ? "[\n" : ",\n"}${JSON.stringify(row)}`);
      table.json.write(encoder.encode(lines.join("")));
      table.csv.write(encoder.encode(csvLines(rows.map((row) => columns.map((column) => cellOf(row[column]))))));
      table.rows += rows.length;
      if (isLast) {
        table.json.write(encoder.encode(table.rows ? "\n]\n" : "[]\n"));
        table.json.close(table.rows);
        table.csv.close(table.rows);
      }
      await settle();
    },
    async file(id, bytes) {
      const entry = open(fileOf(id));
      entry.write(bytes);
      entry.close();
      await settle();
    },
  });
  const manifest: Manifest = {
    format: "waypost-district",
    version: ARCHIVE_VERSION,
    exportedAt: now.toISOString(),
    district,
    files: [...files],
  };
  const last = open(MANIFEST);
  last.write(encoder.encode(`${JSON.stringify(manifest, null, 2)}\n`));
  last.close();
  zip.end();
  out.end();
  await ended;
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);
}

/**
 * The archive as a download. It is made on the disk first, so that neither a slow reader holds the database nor a fault
 * ends in half an archive that looks whole; the answer begins at once.
 */
export function archiveDownload(fileName: string, write: (file: string) => Promise<void>): Response {
  const made = (async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), "waypost-archive-"));
    try {
      const file = path.join(folder, "archive.zip");
      await write(file);
      const reading = createReadStream(file);
      reading.once("open", () => void fs.rm(folder, { recursive: true, force: true }));
      return reading.iterator();
    } catch (error) {
      await fs.rm(folder, { recursive: true, force: true });
      throw error;
    }
  })();
  made.catch(() => null);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = (await (await made).next()) as IteratorResult<Buffer, undefined>;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await (await made).return?.()),
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${fileName}.zip"`,
      "Cache-Control": "no-store",
    },
  });
}

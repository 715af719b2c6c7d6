/**
 * S12: what nobody should be able to send, sent to every door that takes a file: two files in one, bombs of pixels and
 * of text, a hundred megabytes, wrong encodings. Each is refused with a clear answer within five seconds, the server
 * stays below 400 MB, and serves on.
 */
import { randomBytes, randomUUID } from "node:crypto";
import fs from "node:fs";
import { deflateSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { strToU8, zipSync } from "fflate";
import sharp from "sharp";
import { districts, organizations } from "#db/seed/cast.ts";
import { startBuiltSite } from "#tests/support/built-site.ts";
import { Checks } from "./checks.ts";
import { Visitor } from "./signed-in.ts";

const MOST_MS = 5_000;
const MOST_MB = 400;
const MEGABYTE = 1024 * 1024;

const zip = Buffer.from(zipSync({ "../../evil.sh": strToU8("echo"), "a.html": strToU8("<script>alert(1)</script>") }));
const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: "teal" } })
  .png()
  .toBuffer();
const jpeg = await sharp({ create: { width: 40, height: 40, channels: 3, background: "teal" } })
  .jpeg()
  .toBuffer();
const pdf = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n");

/** A picture whose header promises `side` × `side` pixels, in a few kilobytes. */
function pixelBomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const around = Buffer.alloc(8);
    around.writeUInt32BE(data.length, 0);
    around.writeUInt32BE(crc(body), 4);
    return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side), { level: 9 });
  return Buffer.concat([
    png.subarray(0, 8),
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

type Files = Record<string, [name: string, bytes: Buffer]>;
const anything: Files = {
  "a hundred megabytes": ["big.png", Buffer.concat([png, randomBytes(100 * MEGABYTE)])],
  nothing: ["empty.png", Buffer.alloc(0)],
  "a page with a script": ["page.png", Buffer.from("<!doctype html><script>alert(1)</script>")],
  "an SVG with a script": ["drawing.png", Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`)],
  "a program": ["program.png", Buffer.concat([Buffer.from("\x7fELF", "latin1"), randomBytes(4_096)])],
  "a ZIP that leaves its folder": ["archive.png", zip],
  "a PNG that is a ZIP too": ["both.png", Buffer.concat([png, zip])],
  "a JPEG that is a ZIP too": ["both.jpg", Buffer.concat([jpeg, zip])],
  "a PNG with a PDF in its head": ["both.png", Buffer.concat([png.subarray(0, 60), pdf, png.subarray(60)])],
  "a bomb of 900 million pixels": ["bomb.png", pixelBomb(30_000)],
  "half a picture": ["half.jpg", jpeg.subarray(0, jpeg.length / 2)],
};
const pictures: Files = { ...anything, "a PDF": ["paper.pdf", pdf] };
const documents: Files = {
  ...anything,
  "a PDF that is a ZIP too": ["both.pdf", Buffer.concat([pdf, zip])],
  "a PDF with a page in it": [
    "page.pdf",
    Buffer.concat([pdf.subarray(0, 20), Buffer.from("<html><script>"), pdf.subarray(20)]),
  ],
  "a PDF called a picture": ["paper.png", pdf],
};
const tables: Files = {
  "a hundred megabytes": ["big.csv", Buffer.alloc(100 * MEGABYTE, "a,b\n")],
  nothing: ["empty.csv", Buffer.alloc(0)],
  "a ZIP": ["rows.csv", zip],
  "a bomb of gzip": ["rows.csv.gz", gzipSync(Buffer.alloc(100 * MEGABYTE, "a,b\n"))],
  "a picture": ["rows.csv", png],
  noise: ["rows.csv", randomBytes(2 * MEGABYTE)],
  "ten million commas": ["rows.csv", Buffer.alloc(9 * MEGABYTE, ",")],
  "four million cells in a row": ["rows.csv", Buffer.alloc(9 * MEGABYTE, "a,")],
  "one quote that never ends": [
    "rows.csv",
    Buffer.concat([Buffer.from('title,organization\n"'), Buffer.alloc(9 * MEGABYTE, "x\n")]),
  ],
  "four million empty rows": [
    "rows.csv",
    Buffer.concat([Buffer.from("title,organization\n"), Buffer.alloc(8 * MEGABYTE, ",\n")]),
  ],
};

const checks = new Checks();
const site = await startBuiltSite({ cwd: process.env.SITE_DIR, env: { LOG_LEVEL: "error", WORKER: "off" } });
try {
  const { db } = site.connection;
  const one = async (query: ReturnType<typeof sql>) => (await db.execute<{ id: string; version: number }>(query))[0]!;
  const own = await one(
    sql`select id, version from opportunities where organization_id = ${organizations.bluestem.id}`,
  );
  const partnership = await one(sql`select id from partnerships where district_id = ${districts.riverbend.id}`);
  const doors: {
    what: string;
    path: string;
    who: "tomas" | "dana" | "ines";
    field: string;
    form: Record<string, string>;
    files: Files;
  }[] = [
    {
      what: "a picture",
      path: `/partner/opportunities/${own.id}/picture`,
      who: "tomas",
      field: "picture",
      form: { alt: "A shed", version: String(own.version) },
      files: pictures,
    },
    {
      what: "a partner's logo",
      path: `/partner/organizations/${organizations.bluestem.id}/logo`,
      who: "tomas",
      field: "picture",
      form: { version: "1" },
      files: pictures,
    },
    {
      what: "the district's logo",
      path: "/coordinator/settings/logo",
      who: "ines",
      field: "picture",
      form: { alt: "Riverbend", version: "1" },
      files: pictures,
    },
    {
      what: "a document",
      path: `/coordinator/partnerships/${partnership.id}/documents`,
      who: "dana",
      field: "file",
      form: { documentKind: "insurance" },
      files: documents,
    },
    {
      what: "a list",
      path: "/coordinator/imports/new",
      who: "dana",
      field: "file",
      form: { mode: "review" },
      files: tables,
    },
  ];
  const peak = () =>
    Math.round(Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${site.process.pid}/status`, "utf8"))?.[1]) / 1024);
  const before = peak();
  for (const { what, path, who, field, form, files } of doors) {
    const visitor = await new Visitor(site.port).signIn(who);
    const send = (name: string, bytes: Buffer) => {
      const body = new FormData();
      for (const [key, value] of Object.entries({ ...form, idempotencyKey: randomUUID() })) body.set(key, value);
      body.set(field, new File([new Uint8Array(bytes)], name));
      return visitor.post(path, body);
    };
    for (const [file, [name, bytes]] of Object.entries(files)) {
      const { status, ms } = await send(name, bytes);
      // Whoever sends what is far too long may find the door shut before the answer could be read.
      const isRefused =
        (status >= 400 && status < 500 && status !== 404) || (status === 0 && bytes.length > 12 * MEGABYTE);
      checks.that(isRefused && ms <= MOST_MS, `${what}: ${file} answered ${status} in ${Math.round(ms)} ms`);
    }
    const [name, bytes] = files["a bomb of 900 million pixels"] ?? files["four million cells in a row"]!;
    const many = await Promise.all(Array.from({ length: 12 }, () => send(name, bytes)));
    const slowest = Math.round(Math.max(...many.map(({ ms }) => ms)));
    // More than fits together is asked to come again, or finds its connection closed while it sends.
    const served = many.filter(({ status }) => status >= 400 && status < 500).length;
    checks.that(
      served > 0 && many.every(({ status }) => status === 0 || (status >= 400 && status <= 503 && status !== 500)),
      `${what}: twelve at once, ${served} judged, the last after ${slowest} ms`,
    );
    checks.that(slowest <= MOST_MS, `${what}: twelve at once within ${MOST_MS} ms`);
  }
  const health = await fetch(`http://localhost:${site.port}/health/ready`);
  checks.that(health.status === 200, "the server serves on");
  checks.that(peak() < MOST_MB, `the server never took more than ${peak()} MB; ${before} before the first file`);
} finally {
  await site.stop();
}
checks.report("S12");

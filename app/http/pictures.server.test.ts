import { crc32, deflateSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { MOST_PICTURE_BYTES } from "#app/domain/files/picture.ts";
import { iconsOf, readSentPicture } from "./pictures.server.ts";

type Bytes = Uint8Array<ArrayBuffer>;
/** Its name and its type say what they like. */
const sent = (bytes: Uint8Array | string, name = "photo.jpg", type = "image/jpeg") =>
  readSentPicture(new File([typeof bytes === "string" ? bytes : (bytes as Bytes)], name, { type }));

const drawing = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: "#0b5748" } }).png();
const joined = (...parts: Uint8Array[]) => Buffer.concat(parts);
const zip = zipSync({ "evil.html": strToU8("<script>alert(1)</script>") });

/** A PNG that says it is of this size; `interlaced` ones cannot be read line by line. */
function pngHeader(width: number, height: number, { depth = 8, interlaced = false } = {}) {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(width, 0);
  ihdr.writeUInt32BE(height, 4);
  ihdr.set([depth, 6, 0, 0, interlaced ? 1 : 0], 8);
  const idat = deflateSync(Buffer.alloc(10_000));
  return joined(
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    ...[chunk("IHDR", ihdr), chunk("IDAT", idat), chunk("IEND", Buffer.alloc(0))],
  );
}

function chunk(name: string, data: Buffer) {
  const body = joined(Buffer.from(name, "latin1"), data);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return joined(length, body, sum);
}

describe("a picture", () => {
  it.each(["jpeg", "png", "webp"] as const)("that is a %s becomes a WebP of the same size", async (format) => {
    const outcome = await sent(await drawing().toFormat(format).toBuffer());
    expect(outcome).toMatchObject({ ok: true, value: { mediaType: "image/webp", width: 60, height: 40 } });
  });

  it("is turned upright, made smaller and loses what a camera wrote into it", async () => {
    const taken = await drawing(2400, 1200)
      .jpeg()
      .withExif({ IFD0: { Make: "Camera of Jo Park" }, IFD3: { GPSLatitude: "41/1 30/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const outcome = await sent(taken);
    if (!outcome.ok) throw new Error(outcome.refusal);
    expect(outcome.value).toMatchObject({ width: 800, height: 1600 });
    const kept = await sharp(outcome.value.bytes).metadata();
    expect([kept.format, kept.exif, kept.xmp, kept.icc, kept.orientation]).toEqual([
      "webp",
      ...Array(4).fill(undefined),
    ]);
    expect(Buffer.from(outcome.value.bytes).includes("Jo Park")).toBe(false);
  });

  it("is what its bytes are, not what it is called", async () => {
    expect((await sent(await drawing().toBuffer(), "list.csv", "text/csv")).ok).toBe(true);
  });

  it("may bring what a phone puts behind it, of which nothing is kept", async () => {
    const photo = await drawing().jpeg().toBuffer();
    const film = Buffer.from("\0\0\0\x18ftypmp42 a few seconds of film");
    const outcome = await sent(joined(photo, film));
    expect(outcome.ok && Buffer.from(outcome.value.bytes).includes("film")).toBe(false);
    expect(outcome.ok).toBe(true);
  });
});

describe("S12: what is sent instead of one is refused", () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`;
  it.each([
    ["a drawing that can hold scripts", svg],
    ["the same as XML", `<?xml version="1.0"?>${svg}`],
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["a GIF, also one that grows", "GIF89a\xff\xff\xff\xff\xf0\0\0"],
    ["a PDF", "%PDF-1.7\n1 0 obj"],
    ["a ZIP", zip],
    ["nothing at all", ""],
    ["text", "x".repeat(1000)],
  ])("%s", async (_what, bytes) => {
    expect(await sent(bytes)).toEqual({ ok: false, refusal: "not_a_picture" });
  });

  it("one that is a second file besides", async () => {
    const [png, jpeg, webp] = await Promise.all([
      drawing().toBuffer(),
      drawing().jpeg().toBuffer(),
      drawing().webp().toBuffer(),
    ]);
    const withPdf = joined(jpeg.subarray(0, 2), Buffer.from("\xff\xfe\x00\x0a%PDF-1.7", "latin1"), jpeg.subarray(2));
    const page = Buffer.from("<script>alert(1)</script>");
    for (const both of [joined(png, zip), joined(jpeg, zip), joined(webp, zip), joined(png, page), withPdf])
      expect(await sent(both)).toEqual({ ok: false, refusal: "two_things" });
  });

  it("one that ends too soon, or is broken inside", async () => {
    for (const format of ["jpeg", "png", "webp"] as const) {
      const noise = sharp({
        create: {
          width: 300,
          height: 300,
          channels: 3,
          background: "#888",
          noise: { type: "gaussian", mean: 128, sigma: 60 },
        },
      });
      const whole = await noise.toFormat(format).toBuffer();
      for (const part of [0.05, 0.5, 0.95])
        expect(await sent(whole.subarray(0, Math.floor(whole.length * part))), `${format} ${part}`).toEqual({
          ok: false,
          refusal: "broken",
        });
    }
    expect(await sent("\xff\xd8\xff")).toEqual({ ok: false, refusal: "not_a_picture" });
    expect(await sent(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toEqual({ ok: false, refusal: "broken" });
  });

  it.each([
    ["far too many pixels", pngHeader(60_000, 60_000)],
    ["a line that is far too long", pngHeader(8_000_000, 6)],
    ["pixels that must be held all at once", pngHeader(6_000, 5_000, { depth: 16, interlaced: true })],
  ])("one of %s", async (_what, bytes) => {
    expect(await sent(bytes)).toEqual({ ok: false, refusal: "too_many_pixels" });
  });

  it("one of more than eight megabytes", async () => {
    expect(await sent(new Uint8Array(MOST_PICTURE_BYTES + 1))).toEqual({ ok: false, refusal: "too_big" });
  });

  it("more than a few at once, so that memory stays small", async () => {
    const png = await drawing(800, 800).toBuffer();
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => sent(png)));
    const busy = outcomes.filter((outcome) => !outcome.ok && outcome.refusal === "busy");
    expect([outcomes.filter(({ ok }) => ok).length, busy.length]).toEqual([6, 6]);
    expect((await sent(png)).ok).toBe(true);
  });
});

describe("a logo's icons", () => {
  it("are squares with the whole logo in the middle, clear around it in a tab and white on a home screen", async () => {
    const logo = await sent(await drawing(300, 100).toBuffer());
    if (!logo.ok) throw new Error(logo.refusal);
    const { favicon, touchIcon } = await iconsOf(logo.value);
    const at = async ({ bytes }: { bytes: Uint8Array }, x: number, y: number) => {
      const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      return [...data.subarray((y * info.width + x) * 4).subarray(0, 4)];
    };
    expect([favicon, touchIcon].map(({ mediaType, width, height }) => [mediaType, width, height])).toEqual([
      ["image/png", 32, 32],
      ["image/png", 180, 180],
    ]);
    expect((await at(favicon, 16, 1))[3]).toBe(0);
    expect(await at(touchIcon, 90, 10)).toEqual([255, 255, 255, 255]);
    expect((await at(touchIcon, 90, 90))[1]).toBeLessThan(100);
  });
});

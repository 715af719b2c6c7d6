/**
 * Pictures as they are sent, made safe to show: whatever was in the file, what is kept is a WebP written here from its
 * pixels. Places, cameras and names in it are gone, and so is anything that was no picture at all.
 */
import sharp, { type Metadata } from "sharp";
import { done, refused, type Outcome } from "#app/domain/context.ts";
import { fileType, isAlsoAnother } from "#app/domain/files/file-type.ts";
import { MOST_PICTURE_BYTES, type EncodedPicture, type SiteIcons } from "#app/domain/files/picture.ts";

export type PictureRefusal = "too_big" | "not_a_picture" | "two_things" | "too_many_pixels" | "broken" | "busy";

const LONGEST_SIDE = 1_600;
const MOST_PIXELS = 40_000_000;
/** What a picture may need that cannot be decoded line by line. */
const MOST_DECODED_BYTES = 128 * 1024 * 1024;
const MOST_SECONDS = 4;
/** Each of them holds its file. */
const MOST_WAITING = 6;
const BYTES_A_SAMPLE: Record<string, number> = { ushort: 2, short: 2, uint: 4, int: 4, float: 4 };

// One thread and nothing remembered between pictures: memory stays what one of them needs.
sharp.concurrency(1);
sharp.cache(false);

export async function readSentPicture(file: File): Promise<Outcome<EncodedPicture, PictureRefusal>> {
  if (file.size > MOST_PICTURE_BYTES) return refused("too_big");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = fileType(bytes);
  if (type === null || type === "application/pdf") return refused("not_a_picture");
  if (isAlsoAnother(bytes, type)) return refused("two_things");
  return inTurn(() => encode(bytes));
}

type Color = Record<"r" | "g" | "b" | "alpha", number>;

/** Of a logo as it was encoded: whole, in the middle of a square. */
export async function iconsOf(logo: EncodedPicture): Promise<SiteIcons> {
  const clear = { r: 255, g: 255, b: 255, alpha: 0 };
  // A phone would show what is clear as black.
  return { favicon: await square(logo, 32, clear), touchIcon: await square(logo, 180, { ...clear, alpha: 1 }) };
}

async function square({ bytes }: EncodedPicture, size: number, background: Color): Promise<EncodedPicture> {
  const data = await sharp(bytes)
    .resize({ width: size, height: size, fit: "contain", background })
    .flatten(background.alpha === 1 && { background })
    .png()
    .toBuffer();
  return { mediaType: "image/png", width: size, height: size, bytes: data };
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** One picture at a time, a few in line. */
async function inTurn<T>(work: () => Promise<Outcome<T, PictureRefusal>>): Promise<Outcome<T, PictureRefusal>> {
  if (waiting >= MOST_WAITING) return refused("busy");
  waiting++;
  const turn = last.then(work);
  last = turn.catch(() => {});
  return turn.finally(() => waiting--);
}

async function encode(bytes: Uint8Array): Promise<Outcome<EncodedPicture, PictureRefusal>> {
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (header.width * header.height > MOST_PIXELS || decodedBytes(header) > MOST_DECODED_BYTES)
      return refused("too_many_pixels");
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true })
      .timeout({ seconds: MOST_SECONDS })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return done({ mediaType: "image/webp", width: info.width, height: info.height, bytes: data });
  } catch {
    // Whatever it says, it was decoding what somebody sent: a file that ends too soon, or never was one.
    return refused("broken");
  }
}

/** None for what is read line by line; a progressive picture and a WebP are held whole. */
function decodedBytes({ format, isProgressive, width, height, channels, depth }: Metadata): number {
  if (format !== "webp" && !isProgressive) return 0;
  // A progressive JPEG is kept as coefficients of two bytes.
  const sample = format === "jpeg" ? 2 : (BYTES_A_SAMPLE[depth] ?? 1);
  return width * height * channels * sample;
}

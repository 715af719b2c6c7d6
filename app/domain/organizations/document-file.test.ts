import { describe, expect, test } from "vitest";
import sharp from "sharp";
import { judgeFile, MOST_BYTES, safeFileName } from "./document-file.ts";

const bytes = (...parts: (string | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part))));
const pdf = bytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n");
const picture = sharp({ create: { width: 8, height: 6, channels: 3, background: "#335577" } });
const png = new Uint8Array(await picture.clone().png().toBuffer());
const jpeg = new Uint8Array(await picture.clone().jpeg().toBuffer());
const progressive = new Uint8Array(await picture.clone().jpeg({ progressive: true }).toBuffer());
const zipEnd = bytes("PK\x05\x06", new Uint8Array(18));

describe("S12: a file is what its bytes are", () => {
  test.each([
    ["policy.pdf", pdf, "application/pdf"],
    ["scan.PNG", png, "image/png"],
    ["photo.jpg", jpeg, "image/jpeg"],
    ["photo.jpeg", progressive, "image/jpeg"],
    ["padded.jpg", bytes(jpeg, "\0\0\0\0"), "image/jpeg"],
  ])("%s is taken", (name, file, mediaType) => {
    expect(judgeFile(name, file)).toEqual({ ok: true, mediaType });
  });

  test.each([
    ["empty.pdf", bytes(), "empty"],
    ["huge.pdf", new Uint8Array(MOST_BYTES + 1), "too_large"],
    ["page.pdf", bytes("<!doctype html><script>alert(1)</script>"), "not_a_document"],
    ["drawing.png", bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), "not_a_document"],
    ["word.pdf", bytes("PK\x03\x04 and so on"), "not_a_document"],
    ["late.pdf", bytes("\n\n", pdf), "not_a_document"],
    ["photo.pdf", jpeg, "other_ending"],
    ["policy.exe", pdf, "other_ending"],
    ["policy", pdf, "other_ending"],
    ["pdf-and-page.pdf", bytes("%PDF-1.7\n<html><body >hi</body></html>", pdf.subarray(9)), "two_in_one"],
    ["pdf-and-zip.pdf", bytes(pdf, zipEnd), "two_in_one"],
    ["pdf-and-more.pdf", bytes(pdf, "#!/bin/sh"), "two_in_one"],
    ["png-and-zip.png", bytes(png, zipEnd), "two_in_one"],
    ["png-and-page.png", bytes(png, "<script>alert(1)</script>"), "two_in_one"],
    ["png-and-more.png", bytes(png, "more"), "two_in_one"],
    ["jpeg-and-page.jpg", bytes(jpeg.subarray(0, 20), "<html >", jpeg.subarray(20)), "two_in_one"],
    ["jpeg-and-more.jpg", bytes(jpeg, "%PDF-1.7"), "two_in_one"],
    ["no-end.pdf", bytes("%PDF-1.7\nstartxref\n9\n"), "broken"],
    ["cut.png", png.subarray(0, png.length - 9), "broken"],
    ["cut.jpg", jpeg.subarray(0, 30), "broken"],
  ])("%s is refused", (name, file, problem) => {
    expect(judgeFile(name, file)).toEqual({ ok: false, problem });
  });

  test("a few bytes that say they are a picture of a square mile are refused", () => {
    const bomb = new Uint8Array(png);
    new DataView(bomb.buffer).setUint32(16, 60_000);
    new DataView(bomb.buffer).setUint32(20, 60_000);
    expect(judgeFile("bomb.png", bomb)).toEqual({ ok: false, problem: "broken" });
  });
});

test.each([
  ["../../etc/passwd.pdf", "passwd.pdf"],
  ["C:\\docs\\Police d’assurance.PDF", "Police d’assurance.pdf"],
  ['a"b;c\r\nSet-Cookie: x.pdf', "a b c Set-Cookie x.pdf"],
  [".pdf", "document.pdf"],
  [`${"x".repeat(300)}.pdf`, `${"x".repeat(100)}.pdf`],
])("%j is kept as %j", (name, kept) => {
  expect(safeFileName(name, "application/pdf")).toBe(kept);
});

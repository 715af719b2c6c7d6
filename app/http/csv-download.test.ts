import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { csvDownload } from "./csv-download.server.ts";

async function* inParts(...parts: string[][][]) {
  for (const part of parts) yield await Promise.resolve(part);
}

it("begins with a byte order mark, and reads back as what was written", async () => {
  const rows = [
    ["José", 'says "hi"; then, bye'],
    ["two\nlines", "it's"],
    ["", "ñ"],
  ];
  const response = csvDownload("log", ["who", "what"], inParts(rows.slice(0, 1), rows.slice(1)));
  expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="log.csv"');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(parse(bytes, { bom: true })).toEqual([["who", "what"], ...rows]);
});

it("S13: makes text of what a spreadsheet would run", async () => {
  const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"];
  const response = csvDownload("log", ["x"], inParts(formulas.map((cell) => [cell])));
  const cells = parse(await response.text(), { bom: true })
    .slice(1)
    .flat();
  expect(cells).toEqual(formulas.map((cell) => `'${cell}`));
});

it("asks for the next part only when the last one was taken", async () => {
  let asked = 0;
  async function* counting() {
    for (; asked < 100; asked++) yield await Promise.resolve([[String(asked)]]);
  }
  const reader = csvDownload("log", ["n"], counting()).body!.getReader();
  await reader.read();
  await reader.read();
  expect(asked).toBeLessThan(5);
  await reader.cancel();
});

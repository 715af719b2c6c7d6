import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { readTable } from "#app/domain/imports/read-table.server.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { cleanText } from "./forms.server.ts";
import { tableFile } from "./table-file.server.ts";

const FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")', "＝1", "'=1", "=\n1,2;3"];
const QUOTES = ['say "hi"', "a,b;c\td", "two\nlines", "it's", " spaces ", "ñ é 漢", ""];
/** As they can be stored. */
const TEXTS = [...NAUGHTY_STRINGS.map(cleanText), ...FORMULAS, ...QUOTES];
const ROWS = 10_000;
const row = (n: number) => [`row ${n}`, TEXTS[n % TEXTS.length]!, TEXTS[(n * 7) % TEXTS.length]!];

function* inParts() {
  for (let n = 0; n < ROWS; n += 500) yield Array.from({ length: 500 }, (_, at) => n + at);
}
const download = () =>
  tableFile<number>({
    ...{ of: "riverbend", name: "listings", day: "2027-02-09", parts: inParts() },
    columns: [
      ["Title", (n) => row(n)[0]],
      ["One, two", (n) => row(n)[1]],
      ["=Three", (n) => row(n)[2]],
    ],
  });

it("S13: 10,000 rows of formulas and naughty strings come back as they were, and none of them runs", async () => {
  const bytes = Buffer.from(await download().arrayBuffer());
  const found = readTable(bytes);
  if (!found.ok) throw new Error(found.refusal);
  expect(found.value.problems).toEqual([]);
  expect(found.value.rows).toHaveLength(ROWS);
  const differing = found.value.rows.filter(({ cells }, n) => cells.join("\0") !== row(n).join("\0"));
  // An apostrophe that somebody typed before a formula is taken for ours.
  expect(differing.every(({ cells }) => cells.includes("=1"))).toBe(true);

  const cells = parse(bytes, { bom: true }).flat();
  expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
});

it("is named after whose it is, what it is and the day, and says its columns first", async () => {
  const response = download();
  expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="riverbend-listings-2027-02-09.csv"');
  expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  const [header] = parse(await response.text(), { bom: true });
  expect(header).toEqual(["Title", "One, two", "'=Three"]);
});

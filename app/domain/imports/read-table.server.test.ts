import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { MAX_CELL, MAX_FILE_BYTES, MAX_ROWS, readTable, readTableText, type Table } from "./read-table.server.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
function read(input: string | Uint8Array): Table {
  const table = readTable(typeof input === "string" ? bytes(input) : input);
  if (!table.ok) throw new Error(table.refusal);
  return table.value;
}
const cells = (table: Table) => table.rows.map((row) => row.cells);
const refusal = (input: string | Uint8Array) => {
  const table = readTable(typeof input === "string" ? bytes(input) : input);
  return table.ok ? null : table.refusal;
};

describe("line ends and delimiters", () => {
  it.each([
    ["LF", "a,b\n1,2\n3,4\n"],
    ["CRLF", "a,b\r\n1,2\r\n3,4\r\n"],
    ["CR", "a,b\r1,2\r3,4"],
    ["mixed", "a,b\r\n1,2\n3,4\r"],
    ["semicolons", "a;b\n1;2\n3;4"],
    ["tabs", "a\tb\n1\t2\n3\t4"],
    ["Excel's hint", "sep=;\r\na;b\r\n1;2\r\n3;4"],
  ])("reads %s", (_, text) => {
    const table = read(text);
    expect(table.columns).toEqual(["a", "b"]);
    expect(cells(table)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("keeps the line ends inside a quoted cell", () => {
    expect(cells(read('a,b\r\n"1\r\n2",3\r\n'))).toEqual([["1\r\n2", "3"]]);
    expect(cells(read('a,b\r"1\r2",3\r'))).toEqual([["1\r2", "3"]]);
  });

  it("is not misled by delimiters inside a quoted header", () => {
    expect(read('"a;b;c",d\n1,2').columns).toEqual(["a;b;c", "d"]);
  });

  it("counts rows as a spreadsheet does: the header is 1, a blank line has a number", () => {
    expect(read("a,b\n1,2\n\n3,4").rows.map((row) => row.row)).toEqual([2, 4]);
    expect(read('a,b\n"1\n1",2\n3,4').rows.map((row) => row.row)).toEqual([2, 3]);
    expect(read("sep=,\na,b\n1,2").rows.map((row) => row.row)).toEqual([3]);
  });
});

describe("encodings", () => {
  const text = "título,b\nniñez,€\n";
  const utf16 = (bigEndian: boolean) => {
    const out = new Uint8Array(2 + text.length * 2);
    const view = new DataView(out.buffer);
    view.setUint16(0, 0xfeff, !bigEndian);
    [...text].forEach((char, i) => view.setUint16(2 + i * 2, char.charCodeAt(0), !bigEndian));
    return out;
  };
  it.each([
    ["utf-8", bytes(text)],
    ["utf-8", bytes("\uFEFF" + text)],
    ["utf-16le", utf16(false)],
    ["utf-16be", utf16(true)],
    ["windows-1252", Uint8Array.from([...text].map((char) => (char === "€" ? 0x80 : char.charCodeAt(0))))],
  ])("reads %s and says so", (encoding, input) => {
    const table = read(input);
    expect(table.encoding).toBe(encoding);
    expect(table.columns[0]).toBe("título");
    expect(cells(table)).toEqual([["niñez", "€"]]);
  });
});

describe("files that are refused as a whole", () => {
  it.each([
    ["nothing", "", "file_empty"],
    ["blank lines", "\n \r\n", "file_empty"],
    ["a header alone", "a,b\n", "file_no_rows"],
    ["a workbook", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "file_is_spreadsheet"],
    ["an old workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), "file_is_spreadsheet"],
    ["a PDF", "%PDF-1.7\n1,2", "file_not_text"],
    ["a NUL byte", "a,b\n1,\0\n", "file_not_text"],
    ["UTF-16 cut in the middle of a letter", Uint8Array.of(0xff, 0xfe, 0x61, 0x00, 0x62), "file_bad_encoding"],
    ["a quote that never closes", 'a,b\n1,"2\n3,4\n', "file_unclosed_quote"],
    ["too many rows", "a\n" + "1\n".repeat(MAX_ROWS + 1), "file_too_many_rows"],
    ["too many columns", "a".concat(",a".repeat(500), "\n1"), "file_too_many_columns"],
  ])("%s", (_, input, problem) => {
    expect(refusal(input)).toBe(problem);
  });

  it("one byte more than the limit", () => {
    expect(refusal(new Uint8Array(MAX_FILE_BYTES + 1).fill(97))).toBe("file_too_big");
  });

  it("takes exactly as many rows as it promises", () => {
    expect(read("a\n" + "1\n".repeat(MAX_ROWS)).rows).toHaveLength(MAX_ROWS);
  });
});

describe("rows that do not fit", () => {
  it("fills a short row and warns", () => {
    const table = read("a,b,c\n1,2\n");
    expect(cells(table)).toEqual([["1", "2", ""]]);
    expect(table.problems).toEqual([{ row: 2, column: "", code: "row_too_short", value: "" }]);
  });

  it("leaves out a row with more cells than columns, and keeps the next", () => {
    const table = read("a,b\n1,2,3\n4,5,,\n");
    expect(cells(table)).toEqual([["4", "5"]]);
    expect(table.problems).toEqual([{ row: 2, column: "", code: "row_too_long", value: "3" }]);
  });

  it("leaves out a row with a huge cell and names the column", () => {
    const table = read(`a,b\n1,${"x".repeat(MAX_CELL + 1)}\n2,ok\n`);
    expect(cells(table)).toEqual([["2", "ok"]]);
    expect(table.problems).toEqual([{ row: 2, column: "b", code: "cell_too_long", value: `${"x".repeat(79)}…` }]);
  });

  it("names blank and repeated headers", () => {
    expect(read("a,,a,a\n1,2,3,4").columns).toEqual(["a", "#2", "a (2)", "a (3)"]);
  });

  it("reads a stray quote inside a cell as text", () => {
    expect(cells(read('a,b\n5" pipe,say "hi"\n'))).toEqual([['5" pipe', 'say "hi"']]);
  });
});

const SPECTRUM = new URL("../../../../shared/data/bad-input/csv-spectrum", import.meta.url).pathname;
const spectrum = existsSync(SPECTRUM) ? readdirSync(join(SPECTRUM, "csvs")) : [];

describe.skipIf(!spectrum.length)("csv-spectrum (skipped: ../shared/data/bad-input is not on this machine)", () => {
  it.each(spectrum)("%s reads as its JSON says", (file) => {
    const table = readTableText(readFileSync(join(SPECTRUM, "csvs", file), "utf8"));
    if (!table.ok) throw new Error(table.refusal);
    const { columns, rows } = table.value;
    const objects = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row.cells[i]])));
    const json = readFileSync(join(SPECTRUM, "json", `${basename(file, ".csv")}.json`), "utf8");
    // The CSV files of the corpus were checked out with LF, one JSON file says CR LF.
    const expected: unknown = JSON.parse(json.replaceAll(String.raw`\r\n`, String.raw`\n`));
    // The corpus keeps the one-row file as an object, and with another telephone number than its CSV.
    if (Array.isArray(expected)) expect(objects).toEqual(expected);
    else expect(objects).toEqual([{ ...(expected as object), "Contact Phone Number": "2095257564" }]);
  });
});

import { CsvError, parse } from "csv-parse/sync";
import { done, refused, type Outcome } from "../context.ts";
import { decodeText } from "./decode-text.server.ts";
import type { FileProblem, Problem } from "./problems.ts";
import type { Encoding } from "./report.ts";
import { glimpse } from "./text-values.ts";

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 200;
export const MAX_CELL = 20_000;

export interface TableRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  row: number;
  /** One cell a column, as it stood in the file. */
  cells: string[];
}

export interface Table {
  /** Names of the columns, each once: a blank one is called by its number, a repeated one counted. */
  columns: string[];
  rows: TableRow[];
  /** Rows left out and rows that were mended. */
  problems: Problem[];
  encoding: Encoding;
  delimiter: string;
}

/** Reads the bytes of a CSV file, whatever program on whatever machine wrote it. */
export function readTable(bytes: Uint8Array): Outcome<Table, FileProblem> {
  if (bytes.length > MAX_FILE_BYTES) return refused("file_too_big");
  const decoded = decodeText(bytes);
  return decoded.ok ? readTableText(decoded.value.text, decoded.value.encoding) : decoded;
}

/** The same for text that was decoded before. */
export function readTableText(text: string, encoding: Encoding = "utf-8"): Outcome<Table, FileProblem> {
  if (!text.trim()) return refused("file_empty");
  // Excel's own hint to itself about the delimiter.
  const hint = /^sep=([,;\t|])\r?\n/.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const delimiter = hint?.[1] ?? sniffDelimiter(body);
  if (isTooWide(body, delimiter)) return refused("file_too_many_columns");
  const records = readRecords(body, delimiter);
  if (!records.ok) return records;
  const [header, ...data] = records.value;
  if (!header) return refused("file_empty");
  const columns = nameColumns(header);
  const problems: Problem[] = [];
  const first = hint ? 3 : 2;
  const rows = data.flatMap((cells, i) => fitRow({ row: i + first, cells }, columns, problems) ?? []);
  if (!rows.length && !problems.length) return refused("file_no_rows");
  return done({ columns, rows, problems, encoding, delimiter });
}

function readRecords(text: string, delimiter: string): Outcome<string[][], FileProblem> {
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      to: MAX_ROWS + 2,
    });
    return records.length > MAX_ROWS + 1 ? refused("file_too_many_rows") : done(records);
  } catch (error) {
    if (error instanceof CsvError)
      return refused(error.code === "CSV_QUOTE_NOT_CLOSED" ? "file_unclosed_quote" : "file_unreadable");
    throw error;
  }
}

/**
 * Whether a record has more cells than a table of ours, told before any cell is kept: millions of them would take the
 * parser a quarter of a minute and a gigabyte. A quote opens a cell only at its beginning, as the parser has it.
 */
function isTooWide(text: string, delimiter: string): boolean {
  const between = delimiter.charCodeAt(0);
  let cells = 1;
  let isQuoted = false;
  let isBeginning = true;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (isQuoted) {
      if (char !== QUOTE) continue;
      if (text.charCodeAt(at + 1) === QUOTE) at++;
      else isQuoted = false;
      continue;
    }
    isQuoted = char === QUOTE && isBeginning;
    isBeginning = char === between || char === LF || char === CR;
    if (char === between) cells++;
    else if (isBeginning) cells = 1;
    if (cells > MAX_COLUMNS) return true;
  }
  return false;
}

const [QUOTE, LF, CR] = [0x22, 0x0a, 0x0d];

/** The one of comma, semicolon, tab and bar that the header holds most of, outside quotes. */
function sniffDelimiter(text: string) {
  const counts = new Map([",", ";", "\t", "|"].map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const char of text.slice(0, 20_000)) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === "\n" || char === "\r") break;
    else if (counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function nameColumns(header: string[]) {
  const seen = new Map<string, number>();
  return header.map((cell, i) => {
    const name = glimpse(cell, 200) || `#${i + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function fitRow({ row, cells }: TableRow, columns: string[], problems: Problem[]): TableRow[] | null {
  if (cells.every((cell) => !cell.trim())) return null;
  const surplus = cells.slice(columns.length).find((cell) => cell.trim());
  // More cells than columns: an unquoted delimiter moved the rest, so no cell can be trusted.
  if (surplus !== undefined) problems.push({ row, column: "", code: "row_too_long", value: glimpse(surplus) });
  const huge = cells.findIndex((cell) => cell.length > MAX_CELL);
  if (huge >= 0)
    problems.push({ row, column: columns[huge] ?? "", code: "cell_too_long", value: glimpse(cells[huge] ?? "") });
  if (surplus !== undefined || huge >= 0) return null;
  if (cells.length < columns.length) problems.push({ row, column: "", code: "row_too_short", value: "" });
  return [{ row, cells: columns.map((_, i) => asWritten(cells[i] ?? "")) }];
}

/** A formula that was made text with an apostrophe, as our own files are, without it: here nothing runs it. */
const asWritten = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, "");

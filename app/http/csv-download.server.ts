import { stringify } from "csv-stringify/sync";
import { streamed } from "./streamed.ts";

export type Line = readonly (string | number | boolean | null | undefined)[];

/** Lines of a CSV file; what a spreadsheet would run as a formula is made text by an apostrophe. */
export const csvLines = (lines: readonly Line[], { bom = false } = {}) =>
  stringify([...lines], { bom, escape_formulas: true, record_delimiter: "windows", quoted_match: MAY_MISLEAD });

/** A bare line end or another program's delimiter, which would end a cell that is not quoted. */
const MAY_MISLEAD = /[\r\n;\t]/;

/**
 * A CSV file that is sent while it is read, however long: with a byte order mark, so that Excel reads its accents.
 */
export function csvDownload(fileName: string, header: Line, parts: Iterable<Line[]> | AsyncIterable<Line[]>): Response {
  async function* text() {
    yield csvLines([header], { bom: true });
    for await (const lines of parts) yield csvLines(lines);
  }
  return new Response(streamed(text()), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}

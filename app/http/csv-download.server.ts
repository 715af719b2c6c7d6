import { stringify } from "csv-stringify/sync";

export type Line = readonly (string | number | null)[];

/** Lines of a CSV file; what a spreadsheet would run as a formula is made text. */
export const csvLines = (lines: readonly Line[], { bom = false } = {}) =>
  stringify([...lines], { bom, escape_formulas: true, record_delimiter: "windows" });

/**
 * A CSV file that is sent while it is read, however long: with a byte order mark, so that Excel reads its accents.
 */
export function csvDownload(fileName: string, header: Line, parts: AsyncIterator<Line[]> | Iterator<Line[]>): Response {
  const encoder = new TextEncoder();
  const encoded = (lines: readonly Line[], bom = false) => encoder.encode(csvLines(lines, { bom }));
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoded([header], true)),
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoded(value));
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}

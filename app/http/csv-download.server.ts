import { stringify } from "csv-stringify/sync";

type Line = readonly (string | number | null)[];

/**
 * A CSV file that is sent while it is read, however long: with a byte order mark, so that Excel reads its accents, and
 * what a spreadsheet would run as a formula made text.
 */
export function csvDownload(fileName: string, header: Line, parts: AsyncIterator<Line[]> | Iterator<Line[]>): Response {
  const encoder = new TextEncoder();
  const encoded = (lines: readonly Line[], bom = false) =>
    encoder.encode(stringify([...lines], { bom, escape_formulas: true, record_delimiter: "windows" }));
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

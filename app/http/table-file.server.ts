import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Admin, Context, Coordinator } from "#app/domain/context.ts";
import { getDistrict } from "#app/domain/districts/districts.server.ts";
import { findOwnWords } from "#app/domain/districts/own-words.server.ts";
import { localDate } from "#app/domain/districts/zone.ts";
import { translator, type Translate } from "#app/i18n/translator.ts";
import { csvDownload, type Line } from "./csv-download.server.ts";

/** What a column says: the words above it, the same as on the page, and what stands there in a row. */
export type Column<Row> = readonly [heading: string, cell: (row: Row) => Line[number]];

export interface TableFile<Row> {
  /** What the file is called between whose it is and the day: small letters and hyphens, in the reader's language. */
  name: string;
  columns: readonly Column<Row>[];
  /** All rows, some at a time. */
  parts: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
}

/** A table with all its pages as a CSV file. Nothing is read before it is sent for, however long the table is. */
export function tableFile<Row>({ of, name, day, columns, parts }: TableFile<Row> & { of?: string; day: string }) {
  async function* lines() {
    for await (const rows of parts) yield rows.map((row) => columns.map(([, cell]) => cell(row)));
  }
  return csvDownload(
    [of, name, day].filter(Boolean).join("-"),
    columns.map(([heading]) => heading),
    lines(),
  );
}

interface Saying {
  t: Translate;
  /** A day of the district, `2027-02-09`: a spreadsheet sorts it and knows it for a date in any language. */
  day: (at: Date | null) => string | null;
}

/** The same for a table of a district: `riverbend-partners-2027-02-09.csv`. */
export async function districtFile<Row>(
  { context }: LoaderFunctionArgs | ActionFunctionArgs,
  ctx: Context<Coordinator | Admin>,
  table: (say: Saying) => TableFile<Row>,
): Promise<Response> {
  const district = await getDistrict(ctx.db, ctx.actor.districtId);
  const { slug = "", timeZone = "UTC" } = district ?? {};
  const t = translator(context.locale, await findOwnWords(ctx.db, district, context.locale));
  const day = (at: Date | null) => at && localDate(at, timeZone);
  return tableFile({ ...table({ t, day }), of: slug, day: localDate(ctx.now, timeZone) });
}

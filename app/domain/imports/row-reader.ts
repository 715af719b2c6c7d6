import type { Outcome } from "../context.ts";
import { detectDateOrder, type DateOrder } from "./dates.ts";
import type { Field } from "./fields.ts";
import type { ImportMapping } from "./mapping.ts";
import type { Problem, ProblemCode } from "./problems.ts";
import { tidyLine, tidyText } from "../opportunities/plain-text.ts";
import { cutText, glimpse } from "./text-values.ts";
import { saysNothing } from "./values.ts";

/** A file's rows as the mapping names them. */
export interface MappedTable {
  rows: { row: number; cells: string[] }[];
  mapping: ImportMapping;
  /** Where in a row each mapped field stands. */
  position: Map<Field, number>;
  dateOrder: Map<Field, DateOrder | null>;
}

export function mapTable(
  table: { columns: string[]; rows: { row: number; cells: string[] }[] },
  mapping: ImportMapping,
): MappedTable {
  const position = new Map<Field, number>();
  for (const [field, column] of Object.entries(mapping.columns)) {
    const index = table.columns.indexOf(column);
    if (index >= 0) position.set(field as Field, index);
  }
  const orderOf = (field: Field) => {
    const index = position.get(field);
    const cells = index === undefined ? [] : table.rows.map((row) => row.cells[index] ?? "");
    return mapping.defaults.dateOrder ?? detectDateOrder(cells);
  };
  const dates: Field[] = ["startsOn", "endsOn", "closesOn"];
  return { rows: table.rows, mapping, position, dateOrder: new Map(dates.map((field) => [field, orderOf(field)])) };
}

/** Reads the fields of one row and writes down what is wrong with them. */
export class RowReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly table: MappedTable,
    readonly row: number,
    private readonly cells: string[],
  ) {}

  /** The cell as it stood; empty when no column feeds the field. */
  raw(field: Field) {
    const index = this.table.position.get(field);
    return index === undefined ? "" : (this.cells[index] ?? "");
  }

  has(field: Field) {
    return !saysNothing(this.raw(field));
  }

  dateOrder(field: Field) {
    return this.table.dateOrder.get(field) ?? null;
  }

  problem(field: Field | null, code: ProblemCode) {
    const column = field ? (this.table.mapping.columns[field] ?? "") : "";
    const value = field ? glimpse(this.raw(field)) : "";
    this.problems.push({ row: this.row, column, code, value });
  }

  /** Null when the cell says nothing, and (with a problem) when it can't be read. */
  value<T, R extends ProblemCode>(field: Field, parse: (cell: string) => Outcome<T, R>): T | null {
    if (!this.has(field)) return null;
    const parsed = parse(this.raw(field));
    if (parsed.ok) return parsed.value;
    this.problem(field, parsed.refusal);
    return null;
  }

  line(field: Field, limit: number) {
    return this.cut(field, tidyLine(this.raw(field)), limit);
  }

  text(field: Field, limit: number) {
    return this.cut(field, tidyText(this.raw(field)), limit);
  }

  private cut(field: Field, text: string, limit: number) {
    if (text.length > limit) this.problem(field, "text_cut");
    return cutText(text, limit) || null;
  }
}

/** What can be wrong with the whole file: nothing of it is read. Words for people stand in the `imports` catalog. */
export const FILE_PROBLEMS = [
  "file_empty",
  "file_too_big",
  "file_is_spreadsheet",
  "file_not_text",
  "file_bad_encoding",
  "file_unclosed_quote",
  "file_no_rows",
  "file_too_many_rows",
  "file_too_many_columns",
  "file_unreadable",
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** A row with one of these stays out. */
export const ROW_ERRORS = [
  "missing_title",
  "missing_organization",
  "cell_too_long",
  "row_too_long",
  "duplicate_row",
  "ends_before_start",
  "already_over",
  "partnership_not_in_force",
  "edited_since",
  "decided_since",
] as const;

/** With one of these a row arrives, less the value or with the value mended. */
export const ROW_WARNINGS = [
  "row_too_short",
  "date_unknown",
  "date_ambiguous",
  "date_out_of_range",
  "closes_after_end",
  "number_unknown",
  "number_out_of_range",
  "range_unknown",
  "kind_unknown",
  "pay_unknown",
  "setting_unknown",
  "state_unknown",
  "zip_unknown",
  "zip_padded",
  "point_unreadable",
  "point_outside_us",
  "point_far_from_zip",
  "no_point",
  "email_unknown",
  "link_unknown",
  "text_cut",
] as const;

export type ProblemCode = (typeof ROW_ERRORS)[number] | (typeof ROW_WARNINGS)[number];

/** One thing wrong with one cell; `row` is the row's number in a spreadsheet, where the header is row 1. */
export interface Problem {
  row: number;
  /** Header of the column; empty when the whole row is meant. */
  column: string;
  code: ProblemCode;
  /** What stood there, cut to 80 characters. */
  value: string;
}

export const isError = (problem: Problem) => ROW_ERRORS.some((code) => code === problem.code);

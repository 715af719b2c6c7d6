import { z } from "zod";
import type { PointSource } from "./draft.ts";
import type { Problem, ProblemCode } from "./problems.ts";

export const IMPORT_MODES = ["publish", "review"] as const;

export const ImportOptions = z.object({
  /** New listings go on the list at once, or wait for a coordinator's decision. */
  mode: z.enum(IMPORT_MODES),
  /** Moves an old list's dates to now; see date-shift.ts. */
  shiftDates: z.boolean(),
  /** The list's own name: a row is the same row when its list and its id are. */
  source: z.string().trim().min(1).max(120),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Problems kept with a report; the rest are only counted. */
export const MAX_PROBLEMS = 10_000;
export const PREVIEW_ROWS = 6;

/** A row as it will look. */
export interface Preview {
  row: number;
  organization: string;
  title: string;
  summary: string | null;
  kind: string | null;
  city: string | null;
  state: string | null;
  startsOn: string | null;
  endsOn: string | null;
  closesOn: string | null;
  places: number | null;
}

/** What an import would do, and afterwards what it did. */
export interface ImportReport {
  encoding: Encoding;
  columns: string[];
  /** What stands first in each column, cut to 40 characters. */
  samples: string[];
  unusedColumns: string[];
  rows: number;
  created: number;
  updated: number;
  /** The same as when they were last imported. */
  unchanged: number;
  /** Stay out: each has an error among the problems. */
  skipped: number;
  /** Of the rows that arrive, and where their point came from. */
  points: Record<PointSource | "none", number>;
  /** Of them, farther from the district's middle than a school bus goes. */
  farAway: number;
  organizations: { created: number; known: number };
  /** Days by which all dates were moved. */
  shiftedDays: number;
  /** Imported from this list before and not in this file; they stay as they are. */
  goneFromFile: number;
  preview: Preview[];
  problems: Problem[];
  problemCounts: Partial<Record<ProblemCode, number>>;
  /** The list whose columns were remembered, when a file of the same header row came under another name. */
  columnsOf?: string | null;
  undone?: UndoneImport;
}

/** What undoing an import came to, in listings. */
export interface UndoneImport {
  /** Nobody had touched them: gone without a trace. */
  removed: number;
  /** Readers had seen them: their addresses say that they are no longer offered. */
  closed: number;
  returned: number;
  /** Partners that only this import knew. */
  organizations: number;
  /** Changed by a person since: as they are. */
  left: number;
  /** The first of them. */
  leftListings: { id: string; title: string }[];
}

/** The report an import is stored with from its check on. */
export function reportOf({ report }: { report: object | null }): ImportReport {
  if (!report) throw new Error("an import without its report");
  return report as ImportReport;
}

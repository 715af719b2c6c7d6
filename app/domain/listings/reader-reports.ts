import type { readerReports } from "#db/schema/listings.ts";

type Report = typeof readerReports.$inferSelect;
export type ReportReason = Report["reason"];
export type ReportDecision = NonNullable<Report["decision"]>;

export const REPORT_REASONS = [
  "not_offered",
  "wrong",
  "unsafe",
  "unfair",
  "other",
] as const satisfies readonly ReportReason[];
export const REPORT_DECISIONS = ["dismissed", "mended", "suspended"] as const satisfies readonly ReportDecision[];

export const REPORT_FILTERS = ["open", "decided"] as const;
export type ReportFilter = (typeof REPORT_FILTERS)[number];
export const readReportFilter = (asked: URLSearchParams): ReportFilter =>
  asked.get("show") === "decided" ? "decided" : "open";

/** In UTF-16 units, as `maxlength` counts them. */
export const LONGEST_REPORT = 1000;
export const REPORT_PAGE_SIZE = 25;
/** Reports sent within this time count once where a listing is hidden by their number: it may be one person's. */
export const ONE_MOMENT_MINUTES = 15;

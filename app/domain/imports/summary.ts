import type { ImportReport } from "./report.ts";

interface Sentence {
  /** Of the `imports` catalog's `summary`. */
  key: "organizations" | "points" | "far" | "shifted" | "not_shifted" | "gone" | "encoding";
  values: Record<string, string | number>;
}

/** What a person should know of an import beyond its counts, most important first. */
export function summarize(report: ImportReport, { shiftDates }: { shiftDates: boolean }): Sentence[] {
  const { organizations, points, farAway, shiftedDays, goneFromFile, encoding } = report;
  const sentences: (Sentence | false)[] = [
    shiftedDays > 0 && { key: "shifted", values: { count: shiftedDays } },
    shiftDates && shiftedDays === 0 && { key: "not_shifted", values: {} },
    organizations.created + organizations.known > 0 && { key: "organizations", values: { ...organizations } },
    { key: "points", values: { ...points } },
    farAway > 0 && { key: "far", values: { count: farAway } },
    goneFromFile > 0 && { key: "gone", values: { count: goneFromFile } },
    encoding === "windows-1252" && { key: "encoding", values: { encoding: "Windows-1252" } },
  ];
  return sentences.filter((sentence) => sentence !== false);
}

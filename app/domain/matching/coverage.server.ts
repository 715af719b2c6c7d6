/** Coverage as a coordinator reads it: what was counted last, by the district's pathways and schools. */
import { eq } from "drizzle-orm";
import { coverageCells, coverageCounts } from "#db/schema/matching.ts";
import type { Context, Coordinator } from "../context.ts";
import { listPathways, listSchools } from "../districts/districts.server.ts";
import { isUnderServed, type Cell } from "./coverage.ts";

export interface CoverageRow {
  /** Null: none chosen. */
  pathway: { id: string; name: string; nameEs: string } | null;
  /** By school, in their order; null: fewer than ten. */
  cells: (Cell | null)[];
}

export interface Coverage {
  countedOn: string;
  silent: number | null;
  /** The last is null: no school named. */
  schools: ({ id: string; name: string } | null)[];
  rows: CoverageRow[];
}

/** Null: nobody has counted yet. */
export async function readCoverage({ db, actor: { districtId } }: Context<Coordinator>): Promise<Coverage | null> {
  const [[counts], cells, pathways, schools] = await Promise.all([
    db.select().from(coverageCounts).where(eq(coverageCounts.districtId, districtId)),
    db.select().from(coverageCells).where(eq(coverageCells.districtId, districtId)),
    listPathways(db, districtId),
    listSchools(db, districtId),
  ]);
  if (!counts) return null;
  const { countedOn, silent } = counts;
  const columns = [...schools.map(({ id, name }) => ({ id, name })), null];
  const at = (pathwayId: string | null, schoolId: string | null): Cell | null => {
    const cell = cells.find((each) => each.pathwayId === pathwayId && each.schoolId === schoolId);
    return cell ? { students: cell.students, share: cell.share, served: cell.served } : null;
  };
  const rows = [...pathways, null].map((pathway) => ({
    pathway: pathway && { id: pathway.id, name: pathway.name, nameEs: pathway.nameEs },
    cells: columns.map((school) => at(pathway?.id ?? null, school?.id ?? null)),
  }));
  return { countedOn, silent, schools: columns, rows };
}

export interface CoveredPlace {
  pathway: CoverageRow["pathway"];
  school: Coverage["schools"][number];
  cell: Cell;
  countedOn: string;
}

/** The cells that are told, one after the other. */
const placesOf = ({ rows, schools, countedOn }: Coverage): CoveredPlace[] =>
  rows.flatMap(({ pathway, cells }) =>
    cells.flatMap((cell, i) => (cell ? [{ pathway, school: schools[i] ?? null, cell, countedOn }] : [])),
  );

export async function listCoverage(ctx: Context<Coordinator>): Promise<CoveredPlace[]> {
  const coverage = await readCoverage(ctx);
  return coverage ? placesOf(coverage) : [];
}

/** Where fewer than half have enough, the largest first. */
export const underServed = (coverage: Coverage): CoveredPlace[] =>
  placesOf(coverage)
    .filter(({ cell }) => isUnderServed(cell))
    .toSorted((a, b) => b.cell.students - a.cell.students);

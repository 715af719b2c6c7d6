import type { Coverage, CoverageRow } from "#app/domain/matching/coverage.server.ts";
import { FEWEST_TOLD, isUnderServed, type Cell } from "#app/domain/matching/coverage.ts";
import { useT } from "#app/i18n/locale.tsx";
import { usePlaceWords } from "./place-words.ts";

/**
 * Pathways down, schools across; a phone gets a card a pathway with the schools that are told. The tint repeats what the
 * words say. A district has more schools than a screen is wide: the frame scrolls, the pathways stay.
 */
export function CoverageTable({ coverage: { schools, rows } }: { coverage: Pick<Coverage, "schools" | "rows"> }) {
  const t = useT();
  const { sayPathway, saySchool } = usePlaceWords();
  const caption = t("coordinator:coverage.caption");
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also for who has no mouse
    <div className="coverage" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("coordinator:coverage.pathway")}</th>
            {schools.map((school) => (
              <th key={school?.id ?? "none"} scope="col">
                {saySchool(school)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ pathway, cells }) => (
            <tr key={pathway?.id ?? "none"}>
              <th scope="row">{sayPathway(pathway)}</th>
              {cells.map((cell, i) => (
                <td key={schools[i]?.id ?? "none"} data-told={cell ? toneOf(cell) : undefined}>
                  <CellWords cell={cell} school={saySchool(schools[i] ?? null)} />
                </td>
              ))}
              {cells.includes(null) && (
                <td className="coverage-rest" aria-hidden="true">
                  {t(everyHidden(cells) ? "coordinator:coverage.all_hidden" : "coordinator:coverage.rest_hidden", {
                    fewest: FEWEST_TOLD,
                  })}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const everyHidden = (cells: CoverageRow["cells"]) => cells.every((cell) => cell === null);
const toneOf = (cell: Cell) => (isUnderServed(cell) ? "under" : cell.share === "unsplit" ? "unsplit" : "served");

function CellWords({ cell, school }: { cell: Cell | null; school: string }) {
  const t = useT();
  if (!cell) return <span className="text-muted">{t("coordinator:coverage.hidden", { fewest: FEWEST_TOLD })}</span>;
  const { students, share, served } = cell;
  return (
    <>
      <span className="coverage-school">{school}</span>
      <strong className="block">{t("coordinator:coverage.students", { count: students })}</strong>
      <span className="block text-sm">
        {t(`coordinator:coverage.share.${share}`, { fewest: FEWEST_TOLD, count: served ?? 0 })}
      </span>
      {isUnderServed(cell) && <span className="coverage-flag">{t("coordinator:coverage.under_served")}</span>}
    </>
  );
}

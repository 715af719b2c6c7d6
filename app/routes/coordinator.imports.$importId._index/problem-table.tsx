import { Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ImportPage } from "./route.tsx";

const CELL = "px-4 py-2.5 align-top max-md:block max-md:px-0 max-md:py-0.5";

/** Every problem by row and column, a page at a time, and all of them as a file. */
export function ProblemTable({ page }: { page: ImportPage }) {
  const t = useT();
  const more = page.problemsTotal - page.problemsKept;
  return (
    <section aria-labelledby="problems" className="mt-10">
      <h2 id="problems">{t("imports:list.title")}</h2>
      {page.problemsTotal === 0 ? (
        <p className="mt-2">{t("imports:list.none")}</p>
      ) : (
        <>
          <p className="mt-1 text-muted">{t("imports:list.caption")}</p>
          <p className="mt-2 mb-4 flex flex-wrap gap-x-6 gap-y-2">
            <span>{t("imports:list.total", { count: page.problemsTotal })}</span>
            <a href={`${paths.coordinator.import(page.id)}/problems`} download>
              <Icon name="download" /> {t("imports:list.download")}
            </a>
          </p>
          <Problems problems={page.problems} />
          {more > 0 && <p className="mt-3 text-muted">{t("imports:list.more", { count: more })}</p>}
          <Pager page={page} />
        </>
      )}
    </section>
  );
}

function Problems({ problems }: { problems: ImportPage["problems"] }) {
  const t = useT();
  return (
    <table className="w-full border-separate border-spacing-0 overflow-hidden rounded-card border border-line bg-surface text-start max-md:block max-md:border-0 max-md:bg-transparent">
      <caption className="sr-only">{t("imports:list.title")}</caption>
      <thead className="bg-sunken text-sm max-md:sr-only">
        <tr>
          <th className="px-4 py-2">{t("imports:list.row")}</th>
          <th className="px-4 py-2">{t("imports:list.column")}</th>
          <th className="px-4 py-2">{t("imports:list.problem")}</th>
          <th className="px-4 py-2">{t("imports:list.value")}</th>
          <th className="px-4 py-2">{t("imports:list.outcome")}</th>
        </tr>
      </thead>
      <tbody className="max-md:grid max-md:gap-3">
        {problems.map((problem, i) => (
          <tr
            key={i}
            className="max-md:block max-md:rounded-card max-md:border max-md:border-line max-md:bg-surface max-md:p-4 md:[&>td]:border-t md:[&>td]:border-line"
          >
            <td className={`${CELL} tabular-nums`}>
              <span className="md:hidden">{t("imports:list.row")} </span>
              {problem.row}
            </td>
            <td className={`${CELL} break-words`}>{problem.column || t("imports:list.whole_row")}</td>
            <td className={CELL}>{t(`imports:problems.${problem.code}`)}</td>
            <td className={`${CELL} max-w-64 break-words text-muted max-md:max-w-none`}>{problem.value}</td>
            <td className={CELL}>
              <Tag tone={problem.leftOut ? "danger" : "neutral"}>
                {t(problem.leftOut ? "imports:list.left_out" : "imports:list.mended")}
              </Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pager({ page: { page, pages } }: { page: ImportPage }) {
  const t = useT();
  if (pages === 1) return null;
  return (
    <nav aria-label={t("imports:list.title")} className="mt-4 flex flex-wrap items-center gap-4">
      {page > 1 && <Link to={`?page=${page - 1}#problems`}>{t("imports:list.previous")}</Link>}
      <span className="text-muted">{t("imports:list.page", { page, pages })}</span>
      {page < pages && <Link to={`?page=${page + 1}#problems`}>{t("imports:list.next")}</Link>}
    </nav>
  );
}

import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { FileTitle } from "./file-title.tsx";
import { PreviewCards } from "./preview-cards.tsx";
import { ProblemTable } from "./problem-table.tsx";
import type { ImportPage } from "./route.tsx";
import { Summary } from "./summary.tsx";
import { UndoneNotice } from "./undone-notice.tsx";

const ASK_EVERY_MS = 1_000;
const BAR =
  "block h-3 w-full max-w-[38rem] appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-primary";

/** How far it is; asks again by itself, with or without scripts. */
export function RunningImport({ page, title }: { page: ImportPage; title: string }) {
  const t = useT();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(() => revalidate(), ASK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
  const progress = t("imports:run.progress", { done: page.rowsDone, total: page.rowsTotal });
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <PageHeading title={<FileTitle>{title}</FileTitle>} lede={t("imports:run.lede")} />
      <progress className={BAR} value={page.rowsDone} max={Math.max(1, page.rowsTotal)} aria-label={title} />
      <p role="status" className="my-3 tabular-nums">
        {progress}
      </p>
      <ButtonLink to={paths.coordinator.import(page.id)} variant="quiet">
        {t("imports:run.refresh")}
      </ButtonLink>
    </>
  );
}

/** The report. */
export function FinishedImport({ page }: { page: ImportPage }) {
  const t = useT();
  return (
    <>
      <PageHeading
        title={<FileTitle>{page.title}</FileTitle>}
        actions={
          <>
            {page.options.mode === "review" && !page.undone && (
              <ButtonLink to={paths.coordinator.review()}>{t("imports:done.review")}</ButtonLink>
            )}
            <ButtonLink to={paths.coordinator.imports()} variant="secondary">
              {t("imports:done.all")}
            </ButtonLink>
            {!page.undone && (
              <ButtonLink to={paths.coordinator.undoing(page.id)} variant="quiet" icon="undo-2">
                {t("exchange:undo.ask")}
              </ButtonLink>
            )}
          </>
        }
      />
      {page.undone ? (
        <UndoneNotice undone={page.undone} />
      ) : (
        <Notice tone="success">
          <p>{t(`imports:done.lede_${page.options.mode}`)}</p>
        </Notice>
      )}
      <Summary page={page} />
      <PreviewCards rows={page.preview} />
      <ProblemTable page={page} />
    </>
  );
}

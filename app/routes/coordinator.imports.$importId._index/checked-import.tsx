import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeading } from "#app/ui/page-heading.tsx";
import { FileTitle } from "./file-title.tsx";
import { MappingForm } from "./mapping-form.tsx";
import { PreviewCards } from "./preview-cards.tsx";
import { ProblemTable } from "./problem-table.tsx";
import type { ImportPage } from "./route.tsx";
import { Summary } from "./summary.tsx";

/** What the file would do: figures, the first rows, the button; then the columns and every problem. */
export function CheckedImport({ page }: { page: ImportPage }) {
  const t = useT();
  const failed = page.status === "failed";
  return (
    <>
      <PageHeading
        title={
          <FileTitle>
            {t(failed ? "imports:run.title_failed" : "imports:check.title", { file: page.fileName })}
          </FileTitle>
        }
        lede={failed ? undefined : t("imports:check.lede")}
      />
      {failed && <Notice tone="danger">{t("imports:run.failed")}</Notice>}
      {page.columnsOf && <Notice>{t("exchange:columns_of", { list: page.columnsOf })}</Notice>}
      <Summary page={page} />
      <ImportButton page={page} />
      <PreviewCards rows={page.preview} />
      <MappingForm key={JSON.stringify([page.mapping, page.options])} page={page} />
      <ProblemTable page={page} />
    </>
  );
}

function ImportButton({ page }: { page: ImportPage }) {
  const t = useT();
  const { created, updated, unchanged } = page.counts;
  const count = created + updated;
  if (count === 0) {
    const nothing = unchanged > 0 ? "nothing_new" : "nothing";
    return (
      <div className="my-6">
        <Notice tone={unchanged > 0 ? "info" : "warning"} title={t(`imports:check.${nothing}`)}>
          <p>{t(`imports:check.${nothing}_help`)}</p>
        </Notice>
      </div>
    );
  }
  return (
    <Form method="post" action={`${paths.coordinator.import(page.id)}/run`} className="my-6">
      <IdempotencyKey value={page.keys.run} />
      <p className="mb-3">{t(`imports:check.imports_as_${page.options.mode}`)}</p>
      {page.vouches && <p className="mb-3 text-muted">{t("imports:summary.vouched")}</p>}
      <Button icon="upload">
        {page.status === "failed" ? t("imports:run.again") : t("imports:check.import", { count })}
      </Button>
    </Form>
  );
}

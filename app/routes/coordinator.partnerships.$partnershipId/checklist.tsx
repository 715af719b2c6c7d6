import { Form, Link, useSearchParams } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { PartnershipPage } from "./partnership-page.server.ts";

type Item = PartnershipPage["checklist"][number];

/** The district's steps for this partner: what is done, by whom, and what is left. */
export function Checklist({ partnershipId, items }: { partnershipId: string; items: Item[] }) {
  const t = useT();
  const [asked] = useSearchParams();
  const done = items.filter(({ isDone }) => isDone).length;
  return (
    <section aria-labelledby="checklist">
      <h2 id="checklist" className="mb-1 scroll-mt-4" tabIndex={-1}>
        {t("vetting:checklist.title")}
      </h2>
      <p className="mb-3 text-muted">
        {items.length > 0
          ? t("vetting:checklist.progress", { done: String(done), all: String(items.length) })
          : t("vetting:checklist.none")}
      </p>
      {asked.get("problem") === "document_missing" && (
        <Notice tone="warning" title={t("vetting:refused.document_missing")} live />
      )}
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface empty:hidden">
        {items.map((item) => (
          <li key={item.id} className="grid gap-x-4 gap-y-2 px-4 py-3 sm:grid-cols-[1fr_auto] sm:items-center">
            <div className="flex min-w-0 gap-3">
              <span className={item.isDone ? "text-success" : "text-muted"}>
                <Icon name={item.isDone ? "circle-check" : "hourglass"} />
              </span>
              <div className="min-w-0">
                <p className="font-semibold break-words">
                  {item.name}
                  <span className="sr-only">
                    : {t(item.isDone ? "vetting:checklist.done" : "vetting:checklist.open")}
                  </span>
                </p>
                <Marked item={item} partnershipId={partnershipId} />
              </div>
            </div>
            <MarkForm item={item} partnershipId={partnershipId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Marked({ item, partnershipId }: { item: Item; partnershipId: string }) {
  const t = useT();
  const { doneAt, doneBy, isProven, isRequired, documentKind } = item;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      {!isRequired && <Tag>{t("vetting:step.is_optional")}</Tag>}
      {doneAt && <span>{[doneBy, doneAt].filter(Boolean).join(" · ")}</span>}
      {documentKind && !isProven && (
        <>
          <Tag tone="warning" icon="file-text">
            {t(doneAt ? "vetting:checklist.ran_out" : "vetting:checklist.needs", {
              kind: t(`vetting:kind.${documentKind}`),
            })}
          </Tag>
          <Link to={paths.vetting.documents(partnershipId, documentKind)}>{t("vetting:documents.add")}</Link>
        </>
      )}
    </p>
  );
}

function MarkForm({ item, partnershipId }: { item: Item; partnershipId: string }) {
  const t = useT();
  const { id, name, doneAt, isProven, idempotencyKey } = item;
  if (!doneAt && !isProven) return null;
  return (
    <Form method="post" action={paths.vetting.mark(partnershipId, id)} preventScrollReset>
      <IdempotencyKey value={idempotencyKey} />
      <Button
        variant={doneAt ? "quiet" : "secondary"}
        icon={doneAt ? "undo-2" : "check"}
        name="isDone"
        value={doneAt ? "no" : "yes"}
      >
        {t(doneAt ? "vetting:checklist.take_back" : "vetting:checklist.mark")}
        <span className="sr-only">: {name}</span>
      </Button>
    </Form>
  );
}

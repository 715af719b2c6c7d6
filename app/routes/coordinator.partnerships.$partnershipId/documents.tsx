import { Form, useSearchParams } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { PartnershipPage } from "./partnership-page.server.ts";

type Document = PartnershipPage["documents"][number];

const TONES = { holds: "success", expiring: "warning", expired: "danger" } as const;

/** What the partnership rests on, the longest valid first; a file is opened by a button, since the log notes it. */
export function Documents({
  partnershipId,
  documents,
  undoKey,
}: {
  partnershipId: string;
  documents: Document[];
  undoKey: string;
}) {
  const t = useT();
  const [asked] = useSearchParams();
  const removed = asked.get("removed");
  return (
    <section aria-labelledby="documents">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="documents" className="scroll-mt-4">
          {t("vetting:documents.title")}
        </h2>
        <ButtonLink to={paths.vetting.documents(partnershipId)} variant="secondary" icon="plus">
          {t("vetting:documents.add")}
        </ButtonLink>
      </div>
      {removed && (
        <Notice tone="success" title={t("vetting:documents.removed")} live>
          <Form method="post" action={paths.vetting.documentRemoval(partnershipId, removed)}>
            <IdempotencyKey value={undoKey} />
            <Button variant="quiet" icon="undo-2" name="isRemoved" value="no">
              {t("vetting:documents.undo")}
            </Button>
          </Form>
        </Notice>
      )}
      {asked.get("problem") === "too_late" && <Notice tone="warning" title={t("vetting:refused.too_late")} live />}
      {documents.length === 0 ? (
        <p className="text-muted">{t("vetting:documents.none")}</p>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {documents.map((document) => (
            <DocumentRow key={document.id} document={document} partnershipId={partnershipId} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DocumentRow({ document, partnershipId }: { document: Document; partnershipId: string }) {
  const t = useT();
  const { id, kind, subject, issuedOn, expiresOn, standing, seenBy, seenAt, fileName, fileSize } = document;
  const name = [t(`vetting:kind.${kind}`), subject].filter(Boolean).join(": ");
  const seen = seenBy ? t("vetting:documents.seen_by", { name: seenBy, at: seenAt }) : seenAt;
  return (
    <li className="grid gap-x-4 gap-y-2 px-4 py-3 sm:grid-cols-[1fr_auto] sm:items-start">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-semibold break-words">
          {name}
          {expiresOn && <Tag tone={TONES[standing]}>{t(`vetting:documents.${standing}`, { day: expiresOn })}</Tag>}
        </p>
        <p className="text-sm break-words text-muted">
          {[issuedOn && t("vetting:documents.issued", { day: issuedOn }), seen].filter(Boolean).join(" · ")}
        </p>
      </div>
      <div className="flex flex-wrap gap-1">
        {fileName && (
          // Not the framework's form: the browser saves what comes back.
          <form method="post" action={paths.vetting.documentFile(partnershipId, id)}>
            <Button variant="quiet" icon="download" title={fileName}>
              {t("vetting:documents.open", { size: String(Math.max(1, Math.round((fileSize ?? 0) / 1024))) })}
              <span className="sr-only">: {name}</span>
            </Button>
          </form>
        )}
        <Form method="post" action={paths.vetting.documentRemoval(partnershipId, id)} preventScrollReset>
          <IdempotencyKey value={document.idempotencyKey} />
          <Button variant="quiet" icon="trash-2" name="isRemoved" value="yes">
            {t("vetting:documents.remove")}
            <span className="sr-only">: {name}</span>
          </Button>
        </Form>
      </div>
    </li>
  );
}

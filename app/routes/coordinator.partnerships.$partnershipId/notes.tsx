import { Form, useSearchParams } from "@remix-run/react";
import type { NoteKind } from "#app/domain/organizations/notes.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { NoteForm } from "#app/ui/vetting/note-form.tsx";
import type { PartnershipPage } from "./partnership-page.server.ts";

const ICONS: Record<NoteKind, IconName> = { note: "pencil", call: "info", mail: "mail", visit: "map-pin" };

interface NotesProps {
  partnershipId: string;
  notes: PartnershipPage["notes"];
  today: string;
  idempotencyKey: string;
}

/** What the staff wrote down and when they were in touch, the latest first. */
export function Notes({ partnershipId, notes, today, idempotencyKey }: NotesProps) {
  const t = useT();
  const [asked] = useSearchParams();
  return (
    <section aria-labelledby="notes">
      <h2 id="notes" className="mb-1 scroll-mt-4">
        {t("vetting:notes.title")}
      </h2>
      <p className="mb-3 text-muted">{t("vetting:notes.lede")}</p>
      {asked.get("problem") === "note_kept" && <Notice tone="warning" title={t("vetting:refused.note_kept")} live />}
      <details className="mb-4">
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">{t("vetting:notes.add")}</summary>
        <NoteForm partnershipId={partnershipId} today={today} idempotencyKey={idempotencyKey} />
      </details>
      <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface empty:hidden">
        {notes.map(({ id, kind, text, happenedOn, writer, canTakeBack, idempotencyKey: removalKey }) => (
          <li key={id} className="px-4 py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              <Tag icon={ICONS[kind]}>{t(`vetting:note_kind.${kind}`)}</Tag>
              {[happenedOn, writer].filter(Boolean).join(" · ")}
            </p>
            <p className="mt-1 break-words whitespace-pre-line">{text}</p>
            {canTakeBack && (
              <Form method="post" action={paths.vetting.noteRemoval(partnershipId, id)} preventScrollReset>
                <IdempotencyKey value={removalKey} />
                <Button variant="quiet" icon="undo-2">
                  {t("vetting:notes.take_back")}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

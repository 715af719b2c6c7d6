import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Told } from "./told-decision.server.ts";

type Props = { decided: Told; back: string; idempotencyKey: string };

/** What was decided just now, whom a rule kept from it, and the way to take it back. */
export function JustDecided({ decided, back, idempotencyKey }: Props) {
  const { id, until, refused, kept, problem } = decided;
  const t = useT();
  return (
    <>
      {problem && <Notice tone="danger" title={t(`queue:undo.${problem}`)} live />}
      <Notice
        tone={refused.length > 0 || kept.length > 0 ? "warning" : decided.undone || decided.isNew ? "success" : "info"}
        title={<Said decided={decided} />}
        live={decided.isNew}
      >
        <Some title={t("queue:decided.refused", { count: refused.length })} rows={refused} back={back} />
        <Some title={t("queue:undo.kept", { count: kept.length })} rows={kept} back={back} />
        {until && (
          <Form method="post" action={paths.coordinator.reversal(id)} id="undo" className="mt-2">
            <IdempotencyKey value={idempotencyKey} />
            <input type="hidden" name="back" value={back} />
            <Button variant="secondary" icon="undo-2">
              {t("queue:undo.button")}
            </Button>{" "}
            <span className="text-muted">{t("queue:undo.until", { time: until })}</span>
          </Form>
        )}
      </Notice>
    </>
  );
}

function Said({ decided: { verb, done, doneCount, undone } }: { decided: Told }) {
  const t = useT();
  if (undone) return <>{t("queue:undo.done", { count: doneCount })}</>;
  const [first] = done;
  if (doneCount !== 1 || !first?.title) return <>{t(`queue:decided.${verb}`, { count: doneCount })}</>;
  const isDecision = verb === "approve" || verb === "request_changes" || verb === "decline";
  if (verb === "approve" && first.state === "submitted")
    return <>{t("queue:decided.seconded", { title: first.title })}</>;
  return (
    <>
      {isDecision
        ? t(`coordinator:decided.${DECISION[verb]}`, { title: first.title })
        : t(`queue:decided.one_${verb}`, { title: first.title })}
      {verb === "approve" && first.state === "approved" && <> {t("coordinator:decided.waits")}</>}
    </>
  );
}

const DECISION = { approve: "approved", request_changes: "changes_requested", decline: "declined" } as const;

type Row = { listingId: string; title: string | null; why?: string };

function Some({ title, rows, back }: { title: string; rows: Row[]; back: string }) {
  const t = useT();
  if (rows.length === 0) return null;
  return (
    <div className="mt-2">
      <p>{title}</p>
      <ul className="list-disc ps-5">
        {rows.map(({ listingId, title, why }) => (
          <li key={listingId}>
            {title ? (
              <Link to={paths.coordinator.reviewListing(listingId, back)}>{title}</Link>
            ) : (
              t("queue:decided.unknown")
            )}
            {why && `: ${t(`queue:decided.why.${why as "not_found"}`)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

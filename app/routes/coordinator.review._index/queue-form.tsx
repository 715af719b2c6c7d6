import { Form } from "@remix-run/react";
import { useRef, useState } from "react";
import type { Criteria } from "#app/domain/listings/review-criteria.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { KeysHelp } from "./keys-help.tsx";
import { QueueCards } from "./queue-cards.tsx";
import { QueueTable, type Row } from "./queue-table.tsx";
import { useQueueKeys } from "./use-queue-keys.ts";

interface Props {
  rows: Row[];
  criteria: Criteria;
  back: string;
  idempotencyKey: string;
}

/**
 * The rows with a box each, and what can be done with those that are checked: approving is one press, the rest leads to
 * a page that asks for a reason, a note, labels or a colleague.
 */
export function QueueForm({ rows, criteria, back, idempotencyKey }: Props) {
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState(0);
  const count = () => setChosen(form.current?.querySelectorAll("input[name=listing]:checked").length ?? 0);
  useQueueKeys({ form, help, onChoose: count });
  const shown = { rows, queue: criteria.queue, back };
  return (
    <Form method="post" action={paths.coordinator.decisions()} id="queue" ref={form} onChange={count}>
      <IdempotencyKey value={idempotencyKey} />
      <input type="hidden" name="back" value={back} />
      {criteria.view === "cards" ? <QueueCards {...shown} /> : <QueueTable {...shown} />}
      <div className="queue-actions" role="group" aria-label={t("queue:actions.group")}>
        <p role="status" className="me-2 font-semibold">
          {t("queue:actions.chosen", { count: chosen })}
        </p>
        <Button name="verb" value="approve" icon="check">
          {t("queue:actions.approve")}
        </Button>
        <Asking verb="request_changes" />
        <Asking verb="decline" />
        <Asking verb="label" />
        <Asking verb="assign" />
      </div>
      <KeysHelp dialog={help} />
    </Form>
  );
}

/** What is still to be asked is asked on a page of its own, which changes nothing by being opened. */
function Asking({ verb }: { verb: "request_changes" | "decline" | "label" | "assign" }) {
  const t = useT();
  return (
    <Button name="verb" value={verb} variant="secondary" formMethod="get" formAction={paths.coordinator.decisions()}>
      {t(`queue:actions.${verb}`)}
    </Button>
  );
}

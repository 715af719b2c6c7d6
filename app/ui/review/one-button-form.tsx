import { getFormProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import type { DecisionFormProps } from "./approval-form.tsx";
import { ChangePanel } from "./change-panel.tsx";
import { useReviewOutlet } from "./review-outlet.ts";

/** Changes that need nothing said, from whose states they start, and how much they are what one came for. */
const CHANGES = {
  restoration: { transition: "restore", icon: "undo-2", variant: "primary" },
  reopening: { transition: "reopen", icon: "undo-2", variant: "secondary" },
  /** What may be closed is on the list, and so may be confirmed. */
  confirmation: { transition: "close", icon: "circle-check", variant: "secondary" },
} as const;

type Props = DecisionFormProps & { name: keyof typeof CHANGES };

/** Putting back what was paused or closed, or passing on that it is still true. */
export function OneButtonForm({ name, idempotencyKey, lastResult }: Props) {
  const { listingId } = useReviewOutlet();
  const [form] = useForm({ id: name, lastResult });
  const t = useT();
  const { icon, variant } = CHANGES[name];
  return (
    <Form method="post" action={paths.coordinator[name](listingId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <p className="mb-4 text-muted">{t(`coordinator:one_button.${name}.lede`)}</p>
      {name === "restoration" && <WhoPaused />}
      <Button variant={variant} icon={icon}>
        {t(`coordinator:one_button.${name}.button`)}
      </Button>
    </Form>
  );
}

/** The same on its own, after it was sent and not made. */
export function OneButtonPanel(props: Props) {
  return (
    <ChangePanel name={props.name} transition={CHANGES[props.name].transition} lastResult={props.lastResult}>
      <OneButtonForm {...props} />
    </ChangePanel>
  );
}

function WhoPaused() {
  const { paused } = useReviewOutlet();
  const t = useT();
  if (!paused) return null;
  return (
    <p className="mb-4">
      {t("coordinator:restoration.paused", { who: paused.who ?? t("coordinator:history.nobody"), at: paused.at })}
      {paused.note && <span className="mt-1 block break-words whitespace-pre-line">{paused.note}</span>}
    </p>
  );
}

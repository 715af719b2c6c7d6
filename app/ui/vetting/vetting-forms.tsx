import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { approvalOf, DECLINE_REASONS } from "#app/domain/organizations/partnership-lifecycle.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { Checkbox } from "../checkbox.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import { Notice } from "../notice.tsx";
import { RadioGroup } from "../radio-group.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";
import { useVettingOutlet } from "./vetting-outlet.ts";

interface Sent {
  idempotencyKey: string;
  lastResult?: SubmissionResult<string[]> | undefined;
}

/** Yes until a day, which the coordinator may move. */
export function ApprovalForm({ idempotencyKey, lastResult }: Sent) {
  const { partnershipId, standing, today, proposedLastDay, openSteps } = useVettingOutlet();
  const [form, fields] = useForm<{ inForceUntil: string }>({
    id: "approval",
    lastResult,
    defaultValue: { inForceUntil: proposedLastDay },
  });
  const t = useT();
  const transition = approvalOf(standing);
  if (!transition) return <NothingToDo lastResult={lastResult} />;
  const isBlocked = transition === "approve" && openSteps.length > 0;
  const open = openSteps.length > 0 && (
    <Notice tone="warning" title={t(isBlocked ? "vetting:checklist.first" : "vetting:checklist.look")} live={isBlocked}>
      <ul className="mt-1 list-disc ps-5">
        {openSteps.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <a href="#checklist">{t("vetting:checklist.go")}</a>
    </Notice>
  );
  if (isBlocked) return open;
  return (
    <Form method="post" action={paths.coordinator.partnershipApproval(partnershipId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      {open}
      <IdempotencyKey value={idempotencyKey} />
      <TextField
        field={fields.inForceUntil}
        label={t("joining:partnerships.last_day")}
        help={t("joining:partnerships.last_day_help")}
        type="date"
        min={today}
        required
      />
      <Button icon="shield-check">{t(`joining:partnerships.${transition}`)}</Button>
    </Form>
  );
}

export function DeclineForm({ idempotencyKey, lastResult }: Sent) {
  const { partnershipId, standing } = useVettingOutlet();
  const [form, fields] = useForm<{ declineReason: string; note: string }>({ id: "decline", lastResult });
  const t = useT();
  if (standing !== "requested") return <NothingToDo lastResult={lastResult} />;
  return (
    <Form method="post" action={paths.coordinator.partnershipDecline(partnershipId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <RadioGroup
        field={fields.declineReason}
        legend={t("joining:partnerships.why")}
        options={DECLINE_REASONS.map((value) => ({ value, label: t(`joining:partnerships.reasons.${value}`) }))}
      />
      <TextArea
        field={fields.note}
        label={t("joining:partnerships.note")}
        help={t("joining:partnerships.note_help")}
        optional
        maxLength={1000}
        rows={4}
      />
      <Button variant="danger">{t("joining:partnerships.decline")}</Button>
    </Form>
  );
}

export function SuspensionForm({ idempotencyKey, lastResult }: Sent) {
  const { partnershipId, standing, listed } = useVettingOutlet();
  const [form, fields] = useForm<{ note: string; takeOff: string }>({
    id: "suspension",
    lastResult,
    defaultValue: { takeOff: "on" },
  });
  const t = useT();
  if (standing !== "approved" && standing !== "lapsed") return <NothingToDo lastResult={lastResult} />;
  return (
    <Form method="post" action={paths.coordinator.partnershipSuspension(partnershipId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <TextArea
        field={fields.note}
        label={t("joining:partnerships.why")}
        help={t("joining:partnerships.suspend_note_help")}
        maxLength={1000}
        rows={4}
        required
      />
      {listed > 0 && (
        <Checkbox
          field={fields.takeOff}
          label={t("vetting:pause.take_off", { count: listed })}
          help={t("vetting:pause.take_off_help")}
        />
      )}
      <Button variant="danger">{t("joining:partnerships.suspend")}</Button>
    </Form>
  );
}

function NothingToDo({ lastResult }: Pick<Sent, "lastResult">): ReactNode {
  const t = useT();
  const refusal = lastResult?.error?.[""]?.join(" ");
  return <Notice tone="warning" title={refusal ?? t("joining:partnerships.refused.not_possible_now")} live />;
}

/** One form on a page of its own: after it was sent and not taken, or followed as a link. */
export function VettingPanel({ title, children }: { title: ReactNode; children: ReactNode }) {
  const { partnershipId } = useVettingOutlet();
  const t = useT();
  return (
    <>
      <h2 className="mb-3">{title}</h2>
      {children}
      <p className="mt-5">
        <Link to={paths.coordinator.partnership(partnershipId)}>{t("joining:partnerships.back_to_one")}</Link>
      </p>
    </>
  );
}

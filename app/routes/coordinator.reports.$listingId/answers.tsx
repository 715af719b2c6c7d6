import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { LONGEST_NOTE } from "#app/domain/listings/curation.ts";
import type { ReportDecision } from "#app/domain/listings/reader-reports.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { ReportedPage } from "./route.tsx";

/** The three answers, while something is open; whatever is chosen is chosen for all that were read. */
export function Answers({
  page,
  lastResult,
}: {
  page: ReportedPage;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const t = useT();
  const [form, fields] = useForm<{ note: string }>({ id: "answer", lastResult });
  const { listing, readUntil, keys } = page;
  const fixed = (decision: ReportDecision) => (
    <>
      <IdempotencyKey value={keys[decision]} />
      <input type="hidden" name="readUntil" value={readUntil ?? ""} />
      <input type="hidden" name="decision" value={decision} />
    </>
  );
  const refusal = lastResult?.error?.[""]?.join(" ");
  if (!readUntil)
    return (
      <Notice tone={refusal ? "danger" : "info"} title={refusal ?? t("reports:one.nothing_open")} live={!!refusal} />
    );
  const address = paths.coordinator.reported(listing.id);
  const isOff = listing.state === "suspended";
  return (
    <>
      <h2 className="mb-3">{t("reports:one.answer")}</h2>
      <ErrorSummary form={form} />
      {(["mended", "dismissed"] as const).map((decision) => (
        <Form key={decision} method="post" action={address} className="mb-5">
          {fixed(decision)}
          <p className="mb-2 text-muted">{t(`reports:answer.${decision}_about`)}</p>
          <Button variant="secondary" icon={decision === "mended" ? "check" : "circle-x"}>
            {t(`reports:answer.${decision}`)}
          </Button>
        </Form>
      ))}
      <Form method="post" action={address} {...getFormProps(form)} className="border-t border-line pt-5">
        {fixed("suspended")}
        <p className="mb-2 text-muted">
          {t(isOff ? "reports:answer.keep_off_about" : "reports:answer.suspended_about")}
        </p>
        {!isOff && (
          <TextArea field={fields.note} rows={3} label={t("coordinator:suspension.note")} maxLength={LONGEST_NOTE} />
        )}
        <Button variant="danger" icon="hourglass">
          {t(isOff ? "reports:answer.keep_off" : "reports:answer.suspended")}
        </Button>
      </Form>
    </>
  );
}

import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { LONGEST_NOTE, NOTE_KINDS } from "#app/domain/organizations/notes.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "../button.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { IdempotencyKey } from "../idempotency-key.tsx";
import { RadioGroup } from "../radio-group.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";

interface NoteFormProps {
  partnershipId: string;
  /** A day of the district. */
  today: string;
  idempotencyKey: string;
  lastResult?: SubmissionResult<string[]> | undefined;
}

export function NoteForm({ partnershipId, today, idempotencyKey, lastResult }: NoteFormProps) {
  const [form, fields] = useForm<{ noteKind: string; happenedOn: string; text: string }>({
    // A key of its own: after one note was kept the next begins empty.
    id: `note-${idempotencyKey}`,
    lastResult,
    defaultValue: { noteKind: "note", happenedOn: today },
  });
  const t = useT();
  return (
    <Form method="post" action={paths.vetting.notes(partnershipId)} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={idempotencyKey} />
      <RadioGroup
        field={fields.noteKind}
        legend={t("vetting:notes.kind")}
        options={NOTE_KINDS.map((value) => ({ value, label: t(`vetting:note_kind.${value}`) }))}
      />
      <TextField field={fields.happenedOn} label={t("vetting:notes.day")} type="date" max={today} required />
      <TextArea
        field={fields.text}
        label={t("vetting:notes.text")}
        help={t("vetting:notes.text_help")}
        maxLength={LONGEST_NOTE}
        rows={4}
        required
      />
      <Button>{t("vetting:notes.save")}</Button>
    </Form>
  );
}

import { getFormProps, useForm, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { DecisionVerb } from "#app/domain/listings/decided.server.ts";
import { REASON_CODES } from "#app/domain/listings/lifecycle.ts";
import type { ReasonTemplate } from "#app/domain/listings/reason-templates.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import type { FormField } from "#app/ui/field.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { NoteField } from "#app/ui/review/note-field.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export interface Asked {
  verb: DecisionVerb;
  back: string;
  rows: { id: string; title: string; version: number }[];
  templates: ReasonTemplate[];
  colleagues: { userId: string; name: string }[];
  idempotencyKey: string;
}

interface Typed {
  note: string;
  templateId: string;
  reasonCode: string;
  add: string;
  remove: string;
  to: string;
}
type Fields = Record<keyof Typed, FormField>;

/** The chosen, each still to be left out, and what the verb asks for. */
export function TogetherFields({
  asked,
  lastResult,
}: {
  asked: Asked;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const [form, fields] = useForm<Typed>({ id: "together", lastResult });
  const t = useT();
  return (
    <Form method="post" action={paths.coordinator.decisions()} {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <IdempotencyKey value={asked.idempotencyKey} />
      <input type="hidden" name="back" value={asked.back} />
      <input type="hidden" name="verb" value={asked.verb} />
      <fieldset className="mb-6">
        <legend className="font-semibold">{t("queue:together.chosen")}</legend>
        <div className="mt-2 grid max-h-80 gap-1 overflow-y-auto rounded-card border border-line bg-surface p-3">
          {asked.rows.map(({ id, title, version }) => (
            <label key={id} className="choice">
              <input type="checkbox" name="listing" value={`${id}.${version}`} defaultChecked />
              <span className="wrap-anywhere">{title}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <VerbFields asked={asked} fields={fields} />
      <Button variant={asked.verb === "decline" ? "danger" : "primary"} icon="check">
        {t(`queue:together.button.${asked.verb}`)}
      </Button>
      <p className="mt-3 text-muted">{t("queue:together.undo_help")}</p>
    </Form>
  );
}

function VerbFields({ asked: { verb, templates, colleagues }, fields }: { asked: Asked; fields: Fields }) {
  const t = useT();
  switch (verb) {
    case "request_changes":
    case "decline":
      return (
        <>
          {verb === "decline" && (
            <SelectField
              field={fields.reasonCode}
              label={t("coordinator:decline.reason")}
              placeholder={t("coordinator:decline.choose")}
              options={REASON_CODES.map((code) => ({ value: code, label: t(`opportunity:reason.${code}`) }))}
            />
          )}
          <NoteField
            decision={verb === "decline" ? "declined" : "changes_requested"}
            templates={templates}
            note={fields.note}
            template={fields.templateId}
          />
        </>
      );
    case "label":
      return (
        <>
          <TextField
            field={fields.add}
            label={t("queue:together.labels_add")}
            help={t("coordinator:placing.labels_help")}
            optional
          />
          <TextField field={fields.remove} label={t("queue:together.labels_remove")} optional />
        </>
      );
    case "assign":
      return (
        <SelectField
          field={fields.to}
          label={t("queue:together.to")}
          placeholder={t("queue:together.to_nobody")}
          options={colleagues.map(({ userId, name }) => ({ value: userId, label: name }))}
        />
      );
    case "approve":
      return <p className="mb-5 text-muted">{t("queue:together.approve_help")}</p>;
  }
}

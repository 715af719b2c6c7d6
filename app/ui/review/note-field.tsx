import { useRef } from "react";
import type { ReasonTemplate, Templated } from "#app/domain/listings/reason-templates.ts";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "../field.tsx";
import { SelectField } from "../select-field.tsx";
import { TextArea } from "../text-area.tsx";

/**
 * The note to the partner, and above it the district's own words for it: choosing some fills an empty note or one that
 * came from other words; without a script, they are used when the note is left empty.
 */
export function NoteField({
  decision,
  templates,
  note,
  template,
}: {
  decision: Templated;
  templates: ReasonTemplate[];
  note: FormField;
  template: FormField;
}) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const fitting = templates.filter((each) => each.decision === decision);
  const fill = (templateId: string) => {
    const chosen = fitting.find((each) => each.id === templateId);
    const area = box.current?.querySelector("textarea");
    if (!chosen || !area) return;
    if (area.value.trim() === "" || fitting.some(({ text }) => text === area.value)) area.value = chosen.text;
    const reason = box.current?.closest("form")?.querySelector<HTMLSelectElement>('select[name="reasonCode"]');
    if (chosen.reasonCode && reason && reason.value === "") reason.value = chosen.reasonCode;
  };
  return (
    <div ref={box}>
      {fitting.length > 0 && (
        <SelectField
          field={template}
          label={t("queue:note.template")}
          help={t("queue:note.template_help")}
          placeholder={t("queue:note.no_template")}
          options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => fill(event.currentTarget.value)}
          optional
        />
      )}
      <TextArea
        field={note}
        rows={4}
        label={t(decision === "declined" ? "coordinator:decline.note" : "coordinator:change_request.note")}
        help={t(decision === "declined" ? "coordinator:decline.note_help" : "coordinator:change_request.note_help")}
      />
    </div>
  );
}

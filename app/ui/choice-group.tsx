import type { ReactNode } from "react";
import { describedBy, FieldErrors, FieldHelp, Optional, resolveField, type FieldSource } from "./field.tsx";
import type { Option } from "./select-field.tsx";

export interface Choices extends FieldSource {
  legend: ReactNode;
  options: readonly Option[];
  help?: ReactNode;
  optional?: boolean;
  /** Lays short choices out side by side where there is room. */
  /** `short`: for words as short as a number. */
  columns?: boolean | "short";
}

/** The first choice carries the field's id, so that a link in the error summary reaches it. */
export function ChoiceGroup({
  type,
  legend,
  options,
  help,
  optional,
  columns,
  ...source
}: Choices & { type: "checkbox" | "radio" }) {
  const resolved = resolveField(source);
  return (
    <fieldset key={resolved.key} className="field" aria-describedby={describedBy(resolved, help)["aria-describedby"]}>
      <legend>
        {legend}
        <Optional when={optional} />
      </legend>
      <FieldHelp id={resolved.helpId}>{help}</FieldHelp>
      <FieldErrors id={resolved.errorId} errors={resolved.errors} />
      <div
        className={["choices", columns && "choices-columns", columns === "short" && "choices-short"]
          .filter(Boolean)
          .join(" ")}
      >
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              type={type}
              id={index === 0 ? resolved.id : `${resolved.id}-${option.value}`}
              name={resolved.name}
              value={option.value}
              defaultChecked={resolved.values.includes(option.value)}
              disabled={option.disabled}
              aria-invalid={resolved.errors.length > 0 || undefined}
            />
            <span>{option.label}</span>
            {option.help && <span className="choice-help">{option.help}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

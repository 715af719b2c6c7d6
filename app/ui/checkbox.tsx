import type { ReactNode } from "react";
import { describedBy, FieldErrors, FieldHelp, resolveField, type FieldSource } from "./field.tsx";

/** A yes on its own; sends `on` when checked. */
export function Checkbox({ label, help, ...source }: FieldSource & { label: ReactNode; help?: ReactNode }) {
  const resolved = resolveField(source);
  return (
    <div className="field">
      <FieldErrors id={resolved.errorId} errors={resolved.errors} />
      <label className="choice">
        <input
          key={resolved.key}
          type="checkbox"
          id={resolved.id}
          name={resolved.name}
          defaultChecked={resolved.values.some((value) => value === "on" || value === "true")}
          {...describedBy(resolved, help)}
        />
        <span>{label}</span>
      </label>
      <FieldHelp id={resolved.helpId}>{help}</FieldHelp>
    </div>
  );
}

import type { ReactNode, SelectHTMLAttributes } from "react";
import { describedBy, Field, resolveField, type FieldSource, type FieldWords } from "./field.tsx";

export interface Option {
  value: string;
  label: ReactNode;
  help?: ReactNode;
  /** Shown with why, and not to be chosen. */
  disabled?: boolean;
}

type Select = Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "id" | "defaultValue" | "className">;

/** `placeholder` is the first option, with an empty value. */
export function SelectField({
  field,
  name,
  id,
  defaultValue,
  error,
  label,
  help,
  optional,
  options,
  placeholder,
  ...rest
}: FieldSource & FieldWords & Select & { options: readonly Option[]; placeholder?: string }) {
  const resolved = resolveField({ field, name, id, defaultValue, error });
  return (
    <Field resolved={resolved} words={{ label, help, optional }}>
      <select
        key={resolved.key}
        required={field?.required}
        {...rest}
        {...describedBy(resolved, help)}
        id={resolved.id}
        name={resolved.name}
        defaultValue={resolved.values[0] ?? ""}
        className="control"
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

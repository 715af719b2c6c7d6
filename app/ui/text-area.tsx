import type { TextareaHTMLAttributes } from "react";
import { describedBy, Field, resolveField, type FieldSource, type FieldWords } from "./field.tsx";

type Area = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "id" | "defaultValue" | "className">;

export function TextArea({
  field,
  name,
  id,
  defaultValue,
  error,
  label,
  help,
  optional,
  ...rest
}: FieldSource & FieldWords & Area) {
  const resolved = resolveField({ field, name, id, defaultValue, error });
  return (
    <Field resolved={resolved} words={{ label, help, optional }}>
      <textarea
        key={resolved.key}
        required={field?.required}
        minLength={field?.minLength}
        maxLength={field?.maxLength}
        {...rest}
        {...describedBy(resolved, help)}
        id={resolved.id}
        name={resolved.name}
        defaultValue={resolved.values[0] ?? ""}
        className="control"
      />
    </Field>
  );
}

import type { InputHTMLAttributes, ReactNode } from "react";
import { describedBy, Field, resolveField, type FieldSource, type FieldWords } from "./field.tsx";

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id" | "defaultValue" | "children" | "className">;

/** One line of text; also dates, numbers, times, files and passwords by `type`. */
export function TextField({
  field,
  name,
  id,
  defaultValue,
  error,
  label,
  help,
  optional,
  short = false,
  suffix,
  type = "text",
  ...rest
}: FieldSource & FieldWords & Input & { short?: boolean; suffix?: ReactNode }) {
  const resolved = resolveField({ field, name, id, defaultValue, error });
  // A browser never takes back a file or a password.
  const value = type === "file" || type === "password" ? undefined : (resolved.values[0] ?? "");
  const narrow = short || type === "number" || type === "date" || type === "time";
  const input = (
    <input
      key={resolved.key}
      required={field?.required}
      minLength={field?.minLength}
      maxLength={field?.maxLength}
      min={field?.min}
      max={field?.max}
      step={field?.step}
      pattern={field?.pattern}
      {...rest}
      {...describedBy(resolved, help)}
      type={type}
      id={resolved.id}
      name={resolved.name}
      defaultValue={value}
      className={narrow ? "control control-short" : "control"}
    />
  );
  return (
    <Field resolved={resolved} words={{ label, help, optional }}>
      {suffix ? (
        <div className="affixed">
          {input}
          <span>{suffix}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  );
}

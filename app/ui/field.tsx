import type { ReactNode } from "react";
import { useT } from "#app/i18n/locale.tsx";
import { Icon } from "./icon.tsx";

/** What the kit reads of a conform field's metadata. */
export interface FormField {
  id: string;
  name: string;
  key?: string | undefined;
  errorId: string;
  descriptionId: string;
  errors?: string[] | undefined;
  initialValue?: unknown;
  required?: boolean | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: string | number | undefined;
  pattern?: string | undefined;
}

/** Either a conform `field`, or `name` with its own value and error. */
export interface FieldSource {
  field?: FormField;
  name?: string;
  id?: string;
  defaultValue?: string | number | readonly string[] | null | undefined;
  error?: string | undefined;
}

export interface FieldWords {
  label: ReactNode;
  help?: ReactNode;
  /** Says "(optional)" after the label. */
  optional?: boolean;
}

export interface ResolvedField {
  id: string;
  name: string;
  key: string | undefined;
  errorId: string;
  helpId: string;
  errors: string[];
  values: string[];
}

export function resolveField({ field, name, id, defaultValue, error }: FieldSource): ResolvedField {
  const ownId = field?.id ?? id ?? name ?? "";
  const initial = defaultValue ?? field?.initialValue;
  const list = Array.isArray(initial) ? initial : initial == null ? [] : [initial];
  return {
    id: ownId,
    name: field?.name ?? name ?? "",
    key: field?.key,
    errorId: field?.errorId ?? `${ownId}-error`,
    helpId: field?.descriptionId ?? `${ownId}-help`,
    errors: error ? [error] : (field?.errors ?? []),
    values: list.map(String),
  };
}

/** The attributes that tie a control to its label, help and errors. */
export function describedBy({ errorId, helpId, errors }: ResolvedField, help: ReactNode) {
  const ids = [help && helpId, errors.length > 0 && errorId].filter(Boolean);
  return {
    "aria-invalid": errors.length > 0 ? (true as const) : undefined,
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
  };
}

export function Optional({ when }: { when: boolean | undefined }) {
  const t = useT();
  return when ? <span className="field-optional"> {t("form.optional")}</span> : null;
}

export function FieldHelp({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <div id={id} className="field-help">
      {children}
    </div>
  ) : null;
}

export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  return errors.length > 0 ? (
    <div id={id}>
      {errors.map((error) => (
        <p key={error} className="field-error">
          <Icon name="circle-alert" />
          <span>{error}</span>
        </p>
      ))}
    </div>
  ) : null;
}

/** Label above, help under the label, errors under the help, then the control. */
export function Field({
  resolved,
  words,
  children,
}: {
  resolved: ResolvedField;
  words: FieldWords;
  children: ReactNode;
}) {
  return (
    <div className="field">
      <label htmlFor={resolved.id} className="field-label">
        {words.label}
        <Optional when={words.optional} />
      </label>
      <FieldHelp id={resolved.helpId}>{words.help}</FieldHelp>
      <FieldErrors id={resolved.errorId} errors={resolved.errors} />
      {children}
    </div>
  );
}

import { useEffect, useRef, type ReactNode } from "react";
import { useT } from "#app/i18n/locale.tsx";
import type { FormField } from "./field.tsx";

interface FormErrors {
  id: string;
  errors?: string[] | undefined;
  allErrors?: Record<string, string[]>;
}

/**
 * What is wrong, first on the page, each error a link to its field. `labels` names fields (by field name) before their
 * error; `fields` is needed only for fields whose id is not conform's `<form id>-<name>`.
 */
export function ErrorSummary({
  form,
  fields = {},
  labels = {},
}: {
  form: FormErrors;
  fields?: Record<string, FormField | undefined>;
  labels?: Record<string, ReactNode>;
}) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const own = Object.entries(form.allErrors ?? {}).filter(([name]) => name !== "");
  const general = form.errors ?? [];
  const count = own.length + general.length;
  const said = JSON.stringify([general, own]);
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count, said]);
  if (count === 0) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} data-focus="">
      <h2>{t("form.problems", { count })}</h2>
      <ul>
        {general.map((message) => (
          <li key={message}>{message}</li>
        ))}
        {own.map(([name, messages]) => (
          <li key={name}>
            <a href={`#${fields[name]?.id ?? `${form.id}-${name}`}`}>
              {labels[name] && <>{labels[name]}: </>}
              {messages.join(" ")}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

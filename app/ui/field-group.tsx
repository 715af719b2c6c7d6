import type { ReactNode } from "react";

/** Short fields that belong together, side by side where there is room. */
export function FieldGroup({ legend, help, children }: { legend: ReactNode; help?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="mb-2">
      <legend className="text-lg font-bold">{legend}</legend>
      {help && <p className="field-help mb-2">{help}</p>}
      <div className="mt-2 flex flex-wrap gap-x-6">{children}</div>
    </fieldset>
  );
}

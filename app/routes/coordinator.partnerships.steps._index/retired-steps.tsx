import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import type { StepRow } from "./step-list.tsx";

/** Steps nobody is asked for any longer; what was marked for earlier partners is kept with them. */
export function RetiredSteps({ steps }: { steps: readonly StepRow[] }) {
  const t = useT();
  if (steps.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="retired">
      <h2 id="retired" className="mb-3">
        {t("vetting:steps.retired_title")}
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line">
        {steps.map(({ id, name, idempotencyKey }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2 text-muted">
            <span className="min-w-0 break-words">{name}</span>
            <Form method="post" action={paths.vetting.stepRetirement(id)}>
              <IdempotencyKey value={idempotencyKey} />
              <Button variant="quiet" icon="undo-2" name="isRetired" value="no">
                {t("vetting:steps.reinstate")}
                <span className="sr-only"> {name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

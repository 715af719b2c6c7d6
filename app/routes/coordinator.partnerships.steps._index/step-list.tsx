import { Form } from "@remix-run/react";
import type { DocumentKind } from "#app/domain/organizations/vetting-steps.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";
import { Tag } from "#app/ui/tag.tsx";

export interface StepRow {
  id: string;
  name: string;
  documentKind: DocumentKind | null;
  isRequired: boolean;
  idempotencyKey: string;
}

/** What is asked of partners, in order; each moved by a button, since not everybody drags. */
export function StepList({ steps }: { steps: readonly StepRow[] }) {
  const t = useT();
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {steps.map(({ id, name, documentKind, isRequired, idempotencyKey }, i) => (
        <li key={id} className="grid gap-2 px-4 py-3 sm:grid-cols-[1fr_auto] sm:items-center">
          <div className="min-w-0">
            <p className="font-semibold break-words">
              <span className="tabular-nums text-muted">{i + 1}. </span>
              {name}
            </p>
            <p className="mt-1 flex flex-wrap gap-1.5">
              <Tag tone={isRequired ? "primary" : "neutral"}>
                {t(isRequired ? "vetting:step.is_required" : "vetting:step.is_optional")}
              </Tag>
              {documentKind && <Tag icon="file-text">{t(`vetting:kind.${documentKind}`)}</Tag>}
            </p>
          </div>
          <div className="flex flex-wrap gap-1">
            <Form method="post" action={paths.vetting.stepMove(id)} className="flex gap-1">
              <IdempotencyKey value={idempotencyKey} />
              <Button
                variant="quiet"
                name="by"
                value="up"
                disabled={i === 0}
                aria-label={t("vetting:steps.up", { name })}
              >
                ↑
              </Button>
              <Button
                variant="quiet"
                name="by"
                value="down"
                disabled={i === steps.length - 1}
                aria-label={t("vetting:steps.down", { name })}
              >
                ↓
              </Button>
            </Form>
            <ButtonLink to={paths.vetting.step(id)} variant="quiet" icon="pencil">
              {t("vetting:steps.change")}
              <span className="sr-only"> {name}</span>
            </ButtonLink>
            <Form method="post" action={paths.vetting.stepRetirement(id)}>
              <IdempotencyKey value={idempotencyKey} />
              <Button variant="quiet" name="isRetired" value="yes">
                {t("vetting:steps.retire")}
                <span className="sr-only"> {name}</span>
              </Button>
            </Form>
          </div>
        </li>
      ))}
    </ol>
  );
}

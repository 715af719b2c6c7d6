import { Form } from "@remix-run/react";
import { UNDO_DAYS } from "#app/domain/organizations/merge.ts";
import { paths } from "#app/http/paths.ts";
import { useT } from "#app/i18n/locale.tsx";
import { Button } from "#app/ui/button.tsx";
import { IdempotencyKey } from "#app/ui/idempotency-key.tsx";

interface Merge {
  id: string;
  from: string;
  into: string;
  mergedBy: string | null;
  mergedAt: string;
  idempotencyKey: string;
}

/** What was merged lately, and the way back. */
export function RecentMerges({ merges }: { merges: readonly Merge[] }) {
  const t = useT();
  if (merges.length === 0) return null;
  return (
    <section className="my-10" aria-labelledby="merges">
      <h2 id="merges" className="mb-1">
        {t("vetting:duplicates.recent")}
      </h2>
      <p className="mb-3 text-muted">{t("vetting:duplicates.recent_lede", { count: UNDO_DAYS })}</p>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {merges.map(({ id, from, into, mergedBy, mergedAt, idempotencyKey }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
            <div className="min-w-0">
              <p className="break-words">{t("vetting:duplicates.went_into", { from, into })}</p>
              <p className="text-sm text-muted">{[mergedBy, mergedAt].filter(Boolean).join(" · ")}</p>
            </div>
            <Form method="post" action={paths.vetting.mergeReversal(id)}>
              <IdempotencyKey value={idempotencyKey} />
              <Button variant="secondary" icon="undo-2">
                {t("vetting:duplicates.undo")}
                <span className="sr-only">: {from}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
